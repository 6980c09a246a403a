import { Modal, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { sealOf } from '@/components/request/seal-of';
import { Seal } from '@/components/ui/seal';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MyRequest } from '@/server/instance/list-views';
import classes from './start.module.css';

type Props = { former: readonly MyRequest[]; copying: string | null; onCopy(instanceId: string): void; onClose(): void };

/** Which of one's former requests of this kind the new one begins with. */
export default function CopyDialog({ former, copying, onCopy, onClose }: Props) {
  const t = useTranslations('start');
  return (
    <Modal opened onClose={onClose} title={t('copyPrevious')}>
      <p className={classes.copyHint}>{t('copyHint')}</p>
      <ul className={classes.former}>
        {former.map((row) => (
          <li key={row.id}>
            <UnstyledButton disabled={copying !== null} aria-busy={copying === row.id} onClick={() => onCopy(row.id)}>
              <span>
                <span className={classes.lastTitle}>{row.title}</span>
                <small>
                  {row.number} · <RelativeTime value={row.startedAt} />
                </small>
              </span>
              <Seal state={sealOf(row.seal)} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
