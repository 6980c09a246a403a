'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Now, Was } from '@/components/ui/change';
import { Tag } from '@/components/ui/tag';
import { useReader } from '@/components/ui/use-reader';
import { rowsOf } from '@/forms/fields/sub-table/config';
import { computeForm, stateOf } from '@/forms/runtime/compute';
import { sameJson } from '@/forms/schema/same';
import type { Field, FormSchema, SubTableField } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { type Json, localText } from '@/lib/json';
import { isNumeric } from './sub-table-edit';
import { SubTableTotals } from './sub-table-totals';
import { sectionNumber } from './section-number';
import { useFieldText } from './use-field-text';
import classes from './form.module.css';

type Props = {
  schema: FormSchema;
  values: FormValues;
  access: FieldAccess /** What it was before: differences are marked. */;
  before?: FormValues | null;
};

/** A form to be read: a document, values as text; what changed since `before` is struck and marked. */
export function FormRead({ schema, values, access, before = null }: Props) {
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const reader = useReader();
  const [now] = useState(() => new Date().toISOString());
  const state = useMemo(
    () => computeForm(schema, values, { access, now, timeZone: reader.timeZone, masked: true }),
    [schema, values, access, now, reader.timeZone],
  );
  const sections = schema.sections.filter((section) => state.visible[section.id] !== false);
  const titled = sections.filter((section) => localText(section.label, locale) !== '');
  return (
    <div className={classes.read}>
      {sections.map((section) => {
        const fields = section.children.filter(
          (node): node is Field => node.type !== 'divider' && node.type !== 'description' && stateOf(state, node.id).visible,
        );
        if (fields.length === 0) return null;
        const label = localText(section.label, locale);
        return (
          <section key={section.id}>
            {label && (
              <h2 className={classes.sectionTitle}>
                {titled.length > 1 && <span aria-hidden>{sectionNumber(titled.indexOf(section), locale)}</span>}
                {label}
              </h2>
            )}
            <dl className={classes.values}>
              {fields.map((field) =>
                field.type === 'subTable' ? (
                  <div key={field.id} className={classes.wide}>
                    <ReadTable
                      field={field}
                      rows={rowsOf(values[field.key])}
                      before={before ? rowsOf(before[field.key]) : null}
                      visible={(id) => stateOf(state, id).visible}
                    />
                  </div>
                ) : (
                  <div key={field.id} className={field.span > 6 ? classes.wide : undefined}>
                    <dt>{localText(field.label, locale)}</dt>
                    <dd>
                      <ReadValue
                        field={field}
                        value={values[field.key] ?? null}
                        before={before ? (before[field.key] ?? null) : undefined}
                      />
                    </dd>
                  </div>
                ),
              )}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

// helpers //////////////////////

function ReadValue({ field, value, before }: { field: Field; value: Json; before: Json | undefined }) {
  const display = useFieldText();
  const text = display.text(field, value);
  const money =
    (field.type === 'money' && field.capitals) || (field.type === 'formula' && field.result.type === 'money' && field.result.capitals);
  const amount =
    value !== null && typeof value === 'object' && !Array.isArray(value) && typeof value.amount === 'string' ? value.amount : null;
  if ((field.type === 'file' || field.type === 'image') && Array.isArray(value)) return <ReadFiles field={field} ids={value.map(String)} />;
  const changed = before !== undefined && !sameJson(before, value);
  return (
    <>
      {changed && before !== null && <Was>{display.text(field, before)}</Was>}{' '}
      {changed ? <Now>{text}</Now> : <span className={field.type === 'textarea' ? classes.pre : undefined}>{text}</span>}
      {money && amount && <small className={classes.capitals}>{display.capitals(amount)}</small>}
    </>
  );
}

function ReadFiles({ field, ids }: { field: Field; ids: readonly string[] }) {
  const display = useFieldText();
  if (ids.length === 0) return <>—</>;
  return (
    <span className={classes.files}>
      {ids.map((id) => (
        <a key={id} href={`/api/documents/${id}`} className={classes.file}>
          {field.type === 'image' && <img src={`/api/documents/${id}`} alt={display.text(field, [id])} className={classes.thumb} />}
          <bdi>{display.text(field, [id])}</bdi>
        </a>
      ))}
    </span>
  );
}

function ReadTable({
  field,
  rows,
  before,
  visible,
}: {
  field: SubTableField;
  rows: readonly { [key: string]: Json }[];
  before: readonly { [key: string]: Json }[] | null;
  visible(id: string): boolean;
}) {
  const t = useTranslations('form');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const columns = field.columns.filter((column) => visible(column.id));
  const old = new Map((before ?? []).map((row) => [row._id, row]));
  const gone = (before ?? []).filter((row) => !rows.some((other) => other._id === row._id));
  const label = localText(field.label, locale);
  return (
    <div className={classes.subTable}>
      <header>
        <h3>{label}</h3>
        <span className={classes.meta}>{t('rowCount', { count: rows.length })}</span>
      </header>
      <div className={classes.tableScroll}>
        <table className={classes.readTable} aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-numeric={isNumeric(column) || undefined}>
                  {localText(column.label, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const added = before !== null && !old.has(row._id ?? null);
              return (
                <tr key={String(row._id ?? index)}>
                  {columns.map((column, n) => (
                    <td key={column.id} data-label={localText(column.label, locale)} data-numeric={isNumeric(column) || undefined}>
                      {added ? (
                        <Now>
                          <ReadValue field={column} value={row[column.key] ?? null} before={undefined} />
                        </Now>
                      ) : (
                        <ReadValue
                          field={column}
                          value={row[column.key] ?? null}
                          before={before ? (old.get(row._id ?? null)?.[column.key] ?? null) : undefined}
                        />
                      )}
                      {added && n === 0 && <Tag tone="ochre">{t('rowAdded')}</Tag>}
                    </td>
                  ))}
                </tr>
              );
            })}
            {gone.map((row, index) => (
              <tr key={`gone-${String(row._id ?? index)}`}>
                {columns.map((column, n) => (
                  <td key={column.id} data-label={localText(column.label, locale)} data-numeric={isNumeric(column) || undefined}>
                    <Was>
                      <ReadValue field={column} value={row[column.key] ?? null} before={undefined} />
                    </Was>
                    {n === 0 && <Tag>{t('rowRemoved')}</Tag>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <SubTableTotals field={field} columns={columns} rows={rows} extra={-1} />
        </table>
      </div>
    </div>
  );
}
