'use client';

import { Button, Group, Input, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UserPicker } from '@/components/org/user-picker';
import type { NextStep } from '@/server/instance/views';
import type { ItemActions } from './use-item-actions';

type Asked = Parameters<ItemActions['addSign']>[0];
type Props = {
  /** Who has a say already, or must not have one. */
  taken: readonly string[];
  /** How the activity counts its seats. */
  rule: NextStep['rule'];
  onClose(): void;
  onAdd(asked: Asked): Promise<boolean>;
};

const POSITIONS = ['before', 'after', 'parallel'] as const;
const RULES = ['all', 'any', 'sequential'] as const;

/** Asks others to sign too; says in words what happens to the own vote. */
export default function AddSignDialog({ taken, rule: ownRule, onClose, onAdd }: Props) {
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
  const hint = (value: Asked['position']) =>
    value === 'parallel' && ownRule !== null ? `${t('addSignHint.parallel')}${t('ruleOf', { rule: ownRule })}` : t(`addSignHint.${value}`);
  return (
    <Modal opened onClose={onClose} title={t('addSign')}>
      <Stack>
        <Radio.Group label={t('addSignWhen')} value={position} onChange={(value) => setPosition(value)}>
          <Stack gap="xs" mt="xs">
            {POSITIONS.map((value) => (
              <Radio key={value} value={value} label={t(`addSignPosition.${value}`)} description={hint(value)} />
            ))}
          </Stack>
        </Radio.Group>
        <Input.Wrapper label={t('addSignWho')} id="add-sign-who">
          <UserPicker
            multiple
            id="add-sign-who"
            ariaLabel={t('addSignWho')}
            exclude={taken}
            value={userIds}
            onChange={(value) => setUserIds(Array.isArray(value) ? [...value] : [])}
          />
        </Input.Wrapper>
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
