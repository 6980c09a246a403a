import { type Json, type Locale, localText } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import type { optionSchema } from '../schema/schema';
import type { z } from 'zod';
import { emptyNull, isNull, oneColumn } from './columns';
import type { Finding } from './config';

export type Option = z.infer<typeof optionSchema>;
type WithOptions = { options: readonly Option[]; maxCount?: number | undefined };

/** An option that is retired renders where it was chosen, and can be kept, but not chosen anew. */
export function offeredOptions(field: WithOptions, kept: readonly string[]): Option[] {
  return field.options.filter((option) => !option.retired || kept.includes(option.id));
}

export function optionLabel(field: WithOptions, id: string, locale: Locale): string {
  const option = field.options.find((candidate) => candidate.id === id);
  return option ? localText(option.label, locale) : id;
}

/** What a person wrote for an option: its label in either language, or its id. */
function readOption(field: WithOptions, source: string): string | null {
  const text = source.normalize('NFKC').trim().toLowerCase();
  const same = (label: string) => label.normalize('NFKC').trim().toLowerCase() === text;
  const found = field.options.find((option) => !option.retired && (same(option.label.zh) || same(option.label.en) || same(option.id)));
  return found?.id ?? null;
}

const asList = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : [];

/** One option by its id; for select and radio. */
export const oneOption = {
  ...oneColumn('text'),
  empty: emptyNull,
  isEmpty: isNull,
  check(field: WithOptions, value: Json, before: Json | undefined): Result<Json, Finding> {
    if (value === null || value === '') return ok(null);
    if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
    return offeredOptions(field, asList(before)).some((option) => option.id === value) ? ok(value) : err({ code: 'FIELD_OPTION' });
  },
  feelType: () => 'string' as const,
  feelValue: (_field: WithOptions, value: Json) => value,
  display: (field: WithOptions, value: Json, { locale }: { locale: Locale }) =>
    typeof value === 'string' ? optionLabel(field, value, locale) : '',
  parse(field: WithOptions, source: string): Result<Json, Finding> {
    if (source.trim() === '') return ok(null);
    const id = readOption(field, source);
    return id === null ? err({ code: 'FIELD_OPTION' }) : ok(id);
  },
};

/** Options by their ids, in the order of the form; for multiSelect and checkbox. */
export const manyOptions = {
  ...oneColumn('text[]'),
  empty: emptyNull,
  isEmpty: isNull,
  check(field: WithOptions, value: Json, before: Json | undefined): Result<Json, Finding> {
    if (value === null) return ok(null);
    if (!Array.isArray(value)) return err({ code: 'FIELD_TYPE' });
    if (value.length > field.options.length) return err({ code: 'FIELD_LIMIT', params: { kind: 'max', max: field.options.length } });
    const offered = offeredOptions(field, asList(before));
    for (const [index, id] of value.entries()) {
      if (typeof id !== 'string') return err({ code: 'FIELD_TYPE', at: `[${index}]` });
      if (!offered.some((option) => option.id === id) || value.indexOf(id) !== index)
        return err({ code: 'FIELD_OPTION', at: `[${index}]` });
    }
    if (field.maxCount !== undefined && value.length > field.maxCount)
      return err({ code: 'FIELD_LIMIT', params: { kind: 'max', max: field.maxCount } });
    return ok(value.length === 0 ? null : field.options.map((option) => option.id).filter((id) => value.includes(id)));
  },
  feelType: () => ({ list: 'string' as const }),
  feelValue: (_field: WithOptions, value: Json) => value ?? [],
  display: (field: WithOptions, value: Json, { locale }: { locale: Locale }) =>
    asList(value)
      .map((id) => optionLabel(field, id, locale))
      .join(locale === 'zh' ? '、' : ', '),
  parse(field: WithOptions, source: string): Result<Json, Finding> {
    const parts = source.split(/[,，、;；|\n]/).filter((part) => part.trim() !== '');
    const ids: string[] = [];
    for (const part of parts) {
      const id = readOption(field, part);
      if (id === null) return err({ code: 'FIELD_OPTION' });
      ids.push(id);
    }
    return ok(ids.length === 0 ? null : ids);
  },
};
