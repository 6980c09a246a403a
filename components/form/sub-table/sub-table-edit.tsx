'use client';

import { Button } from '@mantine/core';
import { IconClipboardText, IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { memo, type ReactNode, useCallback, useState } from 'react';
import { stateOf } from '@/forms/runtime/compute';
import type { SubTableField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { FieldIssuesOf } from '../field-issues';
import { fieldDomId, focusCell } from '../focus-path';
import { useForm, useFormStore } from '../form-context';
import { TableLookupNotes } from '../lookup-notes';
import { useNarrow } from '../use-narrow';
import { Cards } from './cards';
import { Grid } from './grid';
import { PasteReport } from './paste-report';
import { usePaste } from './use-paste';
import { useRowIssues } from './use-row-issues';
import { useTable } from './use-table';
import classes from './sub-table.module.css';

const PasteDialog = dynamic(() => import('./paste-dialog').then((module) => module.PasteDialog));

/** A sub-table to be filled in: a grid on a desk, cards on a phone. `heading` is the section's number when the table stands for its section. */
export const SubTableEdit = memo(function SubTableEdit({ field, heading }: { field: SubTableField; heading: ReactNode }) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const store = useFormStore();
  const table = useTable(field);
  const required = useForm(({ state }) => stateOf(state, field.id).required);
  const { ofTable } = useRowIssues(field);
  const { read, paste, report, dismiss } = usePaste(table);
  const [pasting, setPasting] = useState(false);
  const phone = useNarrow();
  const onLeave = useCallback(() => store.leave(field.key), [store, field.key]);
  const add = () => {
    const row = table.newRow();
    table.rowStore.insert([row]);
    // What is added is filled in next; it is drawn after the next frame only.
    const column = table.columns.find((candidate) => table.isEditable(candidate, row));
    requestAnimationFrame(() => focusCell(field.id, { row: table.rowStore.indexOf(row._id), columnId: column?.id ?? null }));
  };
  const Heading = heading ? 'h2' : 'h3';
  return (
    <div className={classes.subTable} id={fieldDomId(field.id)} tabIndex={-1}>
      <header className={classes.head}>
        <Heading>
          {heading}
          {localText(field.label, locale)}
          {required && (
            <span className={classes.star} aria-hidden>
              {' '}
              *
            </span>
          )}
        </Heading>
        {table.rows.length > 0 && <span className={classes.meta}>{t('rows', { count: table.rows.length })}</span>}
        {table.canAdd && (
          <div className={classes.tools}>
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconClipboardText size={16} stroke={1.5} aria-hidden />}
              onClick={() => setPasting(true)}
            >
              {t('paste')}
            </Button>
            <Button size="xs" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={add}>
              {t('addRow')}
            </Button>
          </div>
        )}
      </header>
      {field.help && <p className={classes.meta}>{localText(field.help, locale)}</p>}
      {report && <PasteReport table={table} report={report} onClose={dismiss} />}
      {phone ? <Cards table={table} onLeave={onLeave} /> : <Grid table={table} onPaste={paste} onLeave={onLeave} />}
      {!phone && <TableLookupNotes table={field} />}
      <FieldIssuesOf field={field} issues={ofTable} />
      {pasting && (
        <PasteDialog
          table={table}
          read={read}
          onAdd={(text) => paste(text, { row: table.rows.length, col: 0 })}
          onClose={() => setPasting(false)}
        />
      )}
    </div>
  );
});
