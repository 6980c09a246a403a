import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './start.module.css';

type Props = { instanceId: string; pending: boolean; onAnother(): void };

/** An earlier try got through although no answer came: there it is, and what was changed since is not in it. */
export function SubmittedBefore({ instanceId, pending, onAnother }: Props) {
  const t = useTranslations('start');
  return (
    <>
      <Button variant="filled" component={Link} href={`/requests/${instanceId}`}>
        {t('seeSubmitted')}
      </Button>
      <Button loading={pending} onClick={onAnother}>
        {t('submitAnother')}
      </Button>
      <span className={classes.told} role="alert">
        {t('submittedBefore')}
      </span>
    </>
  );
}
