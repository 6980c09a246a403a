'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { UserPicker } from '@/components/org/user-picker';
import type { NobodyPolicy } from '@/lib/bpmn/assignment';
import { PanelRow } from './panel-section';

const KINDS = ['upOneLevel', 'user', 'processAdmin', 'autoPass'] as const;

/** What happens when the rules find nobody. */
export function NobodyEditor({ value, onChange }: { value: NobodyPolicy; onChange(value: NobodyPolicy): void }) {
  const t = useTranslations('designer');
  return (
    <>
      <PanelRow label={t('nobody')} htmlFor="vm-nobody">
        <Select
          id="vm-nobody"
          size="xs"
          allowDeselect={false}
          value={value.kind}
          onChange={(kind) => kind && onChange(kind === 'user' ? { kind, userId: '' } : { kind: kind })}
          data={KINDS.map((kind) => ({ value: kind, label: t(`nobodyPolicy.${kind}`) }))}
        />
      </PanelRow>
      {value.kind === 'user' && (
        <UserPicker
          multiple={false}
          ariaLabel={t('nobodyPolicy.user')}
          value={value.userId || null}
          onChange={(userId) => onChange({ kind: 'user', userId: typeof userId === 'string' ? userId : '' })}
        />
      )}
    </>
  );
}
