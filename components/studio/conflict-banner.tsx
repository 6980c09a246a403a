'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

export type Conflict = { by: string | null; at: string };

type Props = {
  conflict: Conflict;
  /** Hands over what is on this canvas as a file. */
  keepFile(): void;
  /** Puts what is on this canvas in the place of what the other one has stored. */
  overwrite(): Promise<void>;
};

/** Two people drew at once: nothing is lost before the reader has said which one stays. */
export function ConflictBanner({ conflict, keepFile, overwrite }: Props) {
  const t = useTranslations('designer');
  const [asking, setAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const who = conflict.by ?? t('somebody');
  return (
    <Banner tone="warning">
      <strong>
        {t('conflictHead', { who })} <RelativeTime value={conflict.at} />
      </strong>
      <p>{t('conflictHint')}</p>
      <Group gap="xs">
        <Button size="xs" onClick={() => window.location.reload()}>
          {t('conflictReload', { who })}
        </Button>
        <Button size="xs" onClick={() => setAsking(true)}>
          {t('conflictOverwrite')}
        </Button>
        <Button size="xs" variant="subtle" onClick={keepFile}>
          {t('conflictKeep')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('conflictOverwriteTitle', { who })}
        confirmLabel={t('conflictOverwrite')}
        tone="danger"
        isPending={isPending}
        onConfirm={() => {
          setIsPending(true);
          void overwrite().finally(() => {
            setIsPending(false);
            setAsking(false);
          });
        }}
      >
        {t('conflictOverwriteHint', { who })}
      </ConfirmDialog>
    </Banner>
  );
}
