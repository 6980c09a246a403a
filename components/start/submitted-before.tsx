import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './start.module.css';

type Props = {
  /** Null when nobody knows what became of the draft. */
  instanceId: string | null;
  pending: boolean;
  onAnother(): void;
};

/** An earlier try got through although no answer came, without what was changed since; or the draft was submitted or deleted elsewhere. */
export function SubmittedBefore({ instanceId, pending, onAnother }: Props) {
  const t = useTranslations('start');
  return (
    <>
      <Button size="md" variant="filled" component={Link} href={instanceId === null ? '/requests' : `/requests/${instanceId}`}>
        {t(instanceId === null ? 'seeMine' : 'seeSubmitted')}
      </Button>
      <Button size="md" loading={pending} onClick={onAnother}>
        {t(instanceId === null ? 'submitOnceMore' : 'submitAnother')}
      </Button>
      <span className={classes.told} role="alert">
        {t(instanceId === null ? 'draftGoneSubmit' : 'submittedBefore')}
      </span>
    </>
  );
}
