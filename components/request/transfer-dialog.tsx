'use client';

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UserPicker } from '@/components/org/user-picker';

type Props = {
  /** Who has a say already, or must not have one. */
  taken: readonly string[];
  onClose(): void;
  onTransfer(input: { toUserId: string; comment: string }): Promise<boolean>;
};

/** Gives one's seat to somebody else. */
export default function TransferDialog({ taken, onClose, onTransfer }: Props) {
  const t = useTranslations('request');
  const c = useTranslations('common');
  const [userId, setUserId] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const transfer = async () => {
    if (!userId) return;
    setBusy(true);
    const done = await onTransfer({ toUserId: userId, comment: comment.trim() });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('transferTitle')}>
      <Stack>
        <UserPicker
          multiple={false}
          ariaLabel={t('transferTo')}
          exclude={taken}
          value={userId}
          onChange={(value) => setUserId(typeof value === 'string' ? value : null)}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={2000}
          label={t('comment')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button variant="filled" disabled={!userId} loading={busy} onClick={() => void transfer()}>
            {t('transfer')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
