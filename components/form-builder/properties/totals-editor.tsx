'use client';

import { Select } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { SubTableField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { Group } from './parts';

type Total = SubTableField['totals'][number];

/** What stands under each column of a sub-table. */
export function TotalsEditor({ field, onChange }: { field: SubTableField; onChange(totals: Total[]): void }) {
  const t = useTranslations('builder');
  const locale = useLocale();
  return (
    <Group title={t('totals')}>
      {field.columns.map((column) => {
        const numeric =
          ['integer', 'number', 'money', 'percentage'].includes(column.type) ||
          (column.type === 'formula' && (column.result.type === 'number' || column.result.type === 'money'));
        const kinds: readonly Total['kind'][] = numeric ? ['sum', 'average', 'min', 'max', 'count'] : ['count'];
        return (
          <Select
            key={column.id}
            size="xs"
            clearable
            label={localText(column.label, locale)}
            placeholder={t('noTotal')}
            value={field.totals.find((total) => total.columnId === column.id)?.kind ?? null}
            data={kinds.map((kind) => ({ value: kind, label: t(`total.${kind}`) }))}
            onChange={(kind) =>
              onChange([
                ...field.totals.filter((total) => total.columnId !== column.id),
                ...(kind ? [{ columnId: column.id, kind: kind }] : []),
              ])
            }
          />
        );
      })}
    </Group>
  );
}
