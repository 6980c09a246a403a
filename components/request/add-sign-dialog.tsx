'use client';

import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UserPicker } from '@/components/org/user-picker';
import type { ItemActions } from './use-item-actions';

type Asked = Parameters<ItemActions['addSign']>[0];
type Props = { onClose(): void; onAdd(asked: Asked): Promise<boolean> };

const POSITIONS = ['before', 'after', 'parallel'] as const;
const RULES = ['all', 'any', 'sequential'] as const;

/** Asks others to sign too; says in words what happens to the own vote. */
export default function AddSignDialog({ onClose, onAdd }: Props) {
  const t = useTranslations('request');
  const c = useTranslations('common');
  const [position, setPosition] = useState<Asked['position']>('before');
  const [rule, setRule] = useState<Asked['rule']>('all');
  const [userIds, setUserIds] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    const done = await onAdd({ position, rule, userIds, comment: comment.trim() });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('addSign')}>
      <Stack>
        <Radio.Group label={t('addSignWhen')} value={position} onChange={(value) => setPosition(value)}>
          <Stack gap="xs" mt="xs">
            {POSITIONS.map((value) => (
              <Radio key={value} value={value} label={t(`addSignPosition.${value}`)} description={t(`addSignHint.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <UserPicker
          multiple
          ariaLabel={t('addSignWho')}
          value={userIds}
          onChange={(value) => setUserIds(Array.isArray(value) ? [...value] : [])}
        />
        {position !== 'parallel' && userIds.length > 1 && (
          <Radio.Group label={t('addSignRule')} value={rule} onChange={(value) => setRule(value)}>
            <Group gap="md" mt="xs">
              {RULES.map((value) => (
                <Radio key={value} value={value} label={t(`addedRule.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        <Textarea
          autosize
          minRows={2}
          maxLength={2000}
          label={t('addSignComment')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button variant="filled" disabled={userIds.length === 0} loading={busy} onClick={() => void add()}>
            {t('addSign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
