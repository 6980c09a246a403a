'use client';

import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import type { ScalarField, SubTableField } from '@/forms/schema/schema';
import { allFields } from '@/forms/schema/walk';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { FieldIcon } from './field-icons';
import { allFields as mainFields } from './state/locate';
import classes from './form-builder.module.css';

type Gone = { field: ScalarField | SubTableField; tableId: string | null };

/** Fields that left the form: their columns and values are still there, and they come back with them. */
export function RetiredFields() {
  const t = useTranslations('builder');
  const locale = useLocale();
  const trpc = useTRPC();
  const { formId, schema, live, insert, announce } = useBuilder();
  const { data } = useQuery(trpc.form.retiredFields.queryOptions({ id: formId }, { staleTime: 0, enabled: live !== null }));
  const here = new Set(allFields(schema).map(({ field }) => field.id));
  const justRemoved = live
    ? allFields(live).flatMap(({ field, parent }): Gone[] =>
        // Columns of a sub-table that was taken away come back with it.
        parent !== null && !here.has(parent.id) ? [] : [{ field, tableId: parent?.id ?? null }],
      )
    : [];
  const gone = [...justRemoved, ...(data ?? [])].filter(
    ({ field, tableId }) => !here.has(field.id) && (tableId === null || here.has(tableId)),
  );
  if (gone.length === 0) return null;
  const restore = ({ field, tableId }: Gone) => {
    const section = schema.sections.find((candidate) => tableId === null || candidate.children.some(({ id }) => id === tableId));
    const last = tableId === null ? schema.sections.at(-1) : section;
    if (!last) return;
    const table = mainFields(schema).find(({ id }) => id === tableId);
    const index = table?.type === 'subTable' ? table.columns.length : last.children.length;
    insert(field, { sectionId: last.id, subTableId: tableId, index });
    announce(t('fieldRestored'));
  };
  return (
    <section>
      <h3 className={classes.paletteGroup}>{t('retiredFields')}</h3>
      <ul className={classes.retired}>
        {gone.map((item) => (
          <li key={item.field.id}>
            <UnstyledButton className={classes.paletteItem} title={t('restoreField')} onClick={() => restore(item)}>
              <FieldIcon type={item.field.type} />
              <span>{localText(item.field.label, locale) || item.field.key}</span>
              <IconArrowBackUp size={14} stroke={1.5} aria-label={t('restoreField')} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
