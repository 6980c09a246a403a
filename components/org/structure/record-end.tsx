'use client';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import { type Disabling, DisableDialog } from '../disable-dialog';
import { RecordChanges } from '../record-changes';
import { useOrgRefresh } from '../use-org-refresh';
import classes from './structure.module.css';

/** The foot of a record's form: taking it out of use or back into it, and what was changed before. */
export function RecordEnd({ record, disabled, onDone }: { record: Disabling; disabled: boolean; onDone: () => void }) {
  const t = useTranslations('org.disable');
  const trpc = useTRPC();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const [isAsking, setAsking] = useState(false);
  const [isShown, setShown] = useState(false);
  const enable = useMutation(
    trpc.org.enableRecord.mutationOptions({
      onError,
      onSuccess: () => {
        notifyDone({ message: t('enabled', { name: record.name }) });
        onDone();
      },
      onSettled: refresh,
    }),
  );
  return (
    <div className={classes.end}>
      <div className={classes.endActs}>
        {disabled ? (
          <Button
            size="xs"
            loading={enable.isPending}
            onClick={() => enable.mutate({ commandId: crypto.randomUUID(), kind: record.kind, id: record.id, rev: record.rev })}
          >
            {t('enable')}
          </Button>
        ) : (
          <Button size="xs" variant="danger" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        )}
        <Button size="xs" variant="subtle" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t('changes')}
        </Button>
      </div>
      {isShown ? <RecordChanges kind={record.kind} id={record.id} /> : null}
      <DisableDialog target={isAsking ? record : null} onClose={() => setAsking(false)} onDone={onDone} />
    </div>
  );
}
