'use client';

import { useLocale, useTranslations } from 'next-intl';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { type FieldLookups, type LookupNote, noteId } from '@/forms/runtime/field-lookups';
import type { ScalarField, SubTableField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { useForm, useFormStore } from './form-context';
import classes from './form.module.css';

const FieldLookupsContext = createContext<FieldLookups | null>(null);
export const FieldLookupsProvider = FieldLookupsContext.Provider;

type Notes = ReadonlyMap<string, LookupNote>;
const NONE: Notes = new Map();
const nobody = () => () => undefined;

/** What came of asking an outside system about a field, under it. */
export function FieldLookupNote({ field, rowId = null }: { field: ScalarField; rowId?: string | null }) {
  return field.type === 'text' && field.lookup ? <Note id={noteId(field, rowId)} /> : null;
}

/** The same for the rows of a table, where a cell has no room for it: what was not found, and by row. */
export function TableLookupNotes({ table }: { table: SubTableField }) {
  return table.columns.some((column) => column.type === 'text' && column.lookup) ? <RowNotes table={table} /> : null;
}

// helpers //////////////////////

function Note({ id }: { id: string }) {
  const t = useTranslations('form.lookup');
  const status = useNotes(useCallback((notes: Notes) => notes.get(id)?.status ?? null, [id]));
  return (
    <p className={classes.lookup} role="status" data-status={status ?? undefined}>
      {status && t(status)}
    </p>
  );
}

function RowNotes({ table }: { table: SubTableField }) {
  const t = useTranslations('form');
  const locale = useLocale();
  const store = useFormStore();
  const notes = useNotes((all) => all);
  const rows = useForm(() => store.tables.get(table.key)?.rows);
  const own = (rows ?? []).flatMap((row, index) =>
    table.columns.flatMap((column) => {
      const note = notes.get(noteId(column, row._id));
      return note && note.status !== 'found'
        ? [
            {
              id: noteId(column, row._id),
              at: t('summary.cell', { row: index + 1, column: localText(column.label, locale) }),
              status: note.status,
            },
          ]
        : [];
    }),
  );
  return (
    <ul className={classes.lookupRows} role="status">
      {own.slice(0, SHOWN).map(({ id, at, status }) => (
        <li key={id} className={classes.lookup} data-status={status}>
          {t('lookup.at', { at, text: t(`lookup.${status}`) })}
        </li>
      ))}
      {own.length > SHOWN && <li className={classes.lookup}>{t('lookup.more', { count: own.length - SHOWN })}</li>}
    </ul>
  );
}

/** More lines would push the form away under the person who fills it in. */
const SHOWN = 5;

function useNotes<T>(select: (notes: Notes) => T): T {
  const lookups = useContext(FieldLookupsContext);
  const read = () => select(lookups?.notes ?? NONE);
  return useSyncExternalStore(lookups?.subscribe ?? nobody, read, read);
}
