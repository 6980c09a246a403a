import type { Lookups, Reference } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldsOf } from '@/forms/schema/walk';
import { dayOf } from '@/lib/format/date';
import type { Json } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { loadLookups, referencesIn } from './lookups';

const MAX_TITLE = 200;

export type TitleInput = {
  definition: Definition;
  schema: FormSchema | null;
  values: Readonly<Record<string, Json>>;
  applicantName: string;
  /** As whose member the applicant asks. */
  departmentId: string | null;
  /** Empty while there is none. */
  number: string;
  now: Date;
};

/**
 * The request's title by the process's template: `{key}` of a form field, `{applicant}`, `{department}`, `{date}`, `{number}`,
 * `{process}`. Without a template, or when nothing of it has a value yet, it is the process and the applicant. Texts of options are Chinese: a title is stored once.
 */
export async function titleOf(input: TitleInput): Promise<string> {
  const { definition, schema, values, departmentId } = input;
  const template = definition.settings.titleTemplate;
  const wanted = (schema ? fieldsOf(schema) : []).filter((field) => template.includes(`{${field.key}}`));
  const own: Reference[] = departmentId !== null && template.includes('{department}') ? [{ kind: 'department', id: departmentId }] : [];
  const lookups = await loadLookups([...referencesIn(wanted, values), ...own], 'zh');
  let filled = 0;
  const title = template.replace(/\{([^{}]+)\}/g, (_whole, key: string) => {
    const field = wanted.find((candidate) => candidate.key === key);
    const text = field
      ? configOf(field).display(field, values[key] ?? null, { locale: 'zh', timeZone: companyTimeZone(), lookups })
      : slot(key, input, lookups);
    if (text !== '') filled += 1;
    return text;
  });
  const line = filled > 0 || !/\{[^{}]+\}/.test(template) ? oneLine(title) : '';
  return line || oneLine(`${definition.name}：${input.applicantName}`);
}

/** The value of the field that ties the instance to the outside system's record. */
export function businessKeyOf(definition: Definition, values: Readonly<Record<string, Json>>): string | null {
  const key = definition.settings.businessKeyField;
  const value = key === undefined ? null : values[key];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value).slice(0, MAX_TITLE) : null;
}

// helpers //////////////////////

function slot(key: string, { definition, applicantName, departmentId, number, now }: TitleInput, { departments }: Lookups): string {
  switch (key) {
    case 'applicant':
      return applicantName;
    case 'department':
      return departments[departmentId ?? ''] ?? '';
    case 'date':
      return dayOf(now, companyTimeZone());
    case 'number':
      return number;
    case 'process':
      return definition.name;
    default:
      return '';
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_TITLE ? [...line].slice(0, MAX_TITLE).join('') : line;
}
