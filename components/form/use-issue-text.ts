'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useReader } from '@/components/ui/use-reader';
import { placeOf } from '@/forms/schema/place';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { subTablesOf } from '@/forms/schema/walk';
import { formatDecimal, isDecimalString } from '@/lib/decimal';
import type { Issue } from '@/lib/errors';
import { type Reader, formatDate } from '@/lib/format/date';
import { localText } from '@/lib/json';
import { toPercent } from '@/forms/fields/loose-number';

type T = ReturnType<typeof useTranslations<'form'>>;
const CHOSEN = new Set<Field['type']>([
  'select',
  'multiSelect',
  'radio',
  'checkbox',
  'user',
  'department',
  'date',
  'time',
  'dateTime',
  'dateRange',
]);
const PLAIN = [
  'FIELD_TYPE',
  'FIELD_UNKNOWN',
  'FIELD_READONLY',
  'FIELD_OPTION',
  'FIELD_LENGTH',
  'FIELD_FORMAT',
  'FIELD_NUMBER',
  'FIELD_PRECISION',
  'FIELD_RANGE',
  'FIELD_DATE',
  'FIELD_REF',
  'FIELD_LIMIT',
  'FIELD_RULE',
  'FIELD_UNIQUE',
  'TEXT_CONTROL_CHAR',
  'TEXT_INVALID_UNICODE',
  'FILE_EMPTY',
  'FILE_SIZE',
  'FILE_COUNT',
  'FILE_TYPE',
] as const;

/** What is wrong, in the reader's words: which field, what, and what to do; and the name of the place it is at (第 3 行数量). */
export function useIssueText(schema: FormSchema): { text(issue: Issue): string; label(path: string): string } {
  const t = useTranslations('form');
  const errors = useTranslations('errors');
  const { locale, timeZone } = useReader();
  return useMemo(() => {
    const reader = { locale, timeZone };
    const several = subTablesOf(schema).length > 1;
    return {
      text: (issue) => {
        const place = placeOf(schema, issue.path);
        const field = place?.column ?? place?.field;
        if (field) return issueText(t, field, issue, reader);
        const known = PLAIN.find((code) => code === issue.code);
        return known ? t(`issue.${known}`, { max: '' }) : errors(issue.code);
      },
      label: (path) => {
        const place = placeOf(schema, path);
        if (!place) return path;
        const name = localText(place.field.label, locale);
        if (place.row === null) return name;
        const row = place.row + 1;
        if (!place.column) return several ? t('summary.tableRow', { table: name, row }) : t('summary.row', { row });
        const column = localText(place.column.label, locale);
        return several ? t('summary.tableCell', { table: name, row, column }) : t('summary.cell', { row, column });
      },
    };
  }, [t, errors, schema, locale, timeZone]);
}

/** One finding about a field, without the field's place. */
export function issueText(t: T, field: Field, { code, params = {} }: Pick<Issue, 'code' | 'params'>, reader: Reader): string {
  const label = localText(field.label, reader.locale);
  const number = (value: string | number | undefined) => shownLimit(field, String(value ?? ''), reader);
  switch (code) {
    case 'FIELD_REQUIRED':
      return requiredText(t, field, label);
    case 'FIELD_LENGTH':
      if (params.kind === 'min') return t('issue.lengthMin', { min: params.min ?? '', length: params.length ?? '' });
      return params.kind === 'max' ? t('issue.lengthMax', { max: params.max ?? '', length: params.length ?? '' }) : t('issue.FIELD_LENGTH');
    case 'FIELD_PRECISION':
      return typeof params.scale === 'number'
        ? t('issue.precision', { scale: field.type === 'percentage' ? Math.max(0, params.scale - 2) : params.scale })
        : t('issue.FIELD_PRECISION');
    case 'FIELD_RANGE':
      return rangeText(t, field, { kind: params.kind, min: number(params.min), max: number(params.max) });
    case 'FIELD_DATE':
      return params.kind === 'time' ? t('issue.time') : params.kind === 'dateTime' ? t('issue.dateTime') : t('issue.FIELD_DATE');
    case 'FIELD_FORMAT':
      return formatText(t, field, String(params.preset ?? ''), reader);
    case 'FIELD_LIMIT':
      if (params.kind === 'minRows') return t('issue.limitRowsMin', { min: Number(params.min) });
      if (params.kind === 'maxRows') return t('issue.limitRowsMax', { max: Number(params.max) });
      return params.kind === 'max' ? t('issue.limitMax', { max: params.max ?? '' }) : t('issue.FIELD_LIMIT');
    case 'FIELD_RULE':
      return String(params[reader.locale] ?? '') || t('issue.FIELD_RULE');
    default: {
      const known = PLAIN.find((candidate) => candidate === code);
      return known ? t(`issue.${known}`, { max: params.max ?? '' }) : code;
    }
  }
}

// helpers //////////////////////

function requiredText(t: T, field: Field, label: string): string {
  if (field.type === 'subTable') return t('issue.requiredRows');
  if (field.type === 'file' || field.type === 'image') return t('issue.requiredFile', { label });
  if ((field.type === 'text' || field.type === 'textarea') && (field.minLength ?? 0) > 1)
    return t('issue.requiredMin', { label, min: field.minLength ?? 0 });
  return t(CHOSEN.has(field.type) ? 'issue.requiredChoice' : 'issue.required', { label });
}

function rangeText(t: T, field: Field, { kind, min, max }: { kind: string | number | undefined; min: string; max: string }): string {
  const dates = field.type === 'date';
  if (kind === 'min') return t(dates ? 'issue.dateMin' : 'issue.rangeMin', { min });
  if (kind === 'max') return t(dates ? 'issue.dateMax' : 'issue.rangeMax', { max });
  if (kind === 'both') return t(dates ? 'issue.dateBoth' : 'issue.rangeBoth', { min, max });
  return kind === 'order' ? t('issue.rangeOrder') : t('issue.FIELD_RANGE');
}

function formatText(t: T, field: Field, preset: string, { locale }: Reader): string {
  const own = field.type === 'text' && field.pattern?.message ? localText(field.pattern.message, locale) : '';
  if (own) return own;
  const known = (['phone', 'email', 'idCard', 'creditCode', 'postcode', 'bankCard', 'url', 'custom'] as const).find(
    (name) => name === preset,
  );
  return known ? t(`issue.preset.${known}`) : t('issue.FIELD_FORMAT');
}

/** A limit as the field shows its values. */
function shownLimit(field: Field, value: string, reader: Reader): string {
  if (field.type === 'date') return value === '' ? '' : formatDate(value, 'dayYear', reader);
  if (!isDecimalString(value)) return value;
  return field.type === 'percentage' ? `${toPercent(value)}%` : formatDecimal(value, reader.locale === 'zh' ? 'zh-CN' : 'en');
}
