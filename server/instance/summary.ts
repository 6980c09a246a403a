import { maskValues } from '@/forms/access/mask';
import type { Lookups } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import type { Field } from '@/forms/schema/schema';
import { fieldByKey } from '@/forms/schema/walk';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Json, Locale } from '@/lib/json';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { getPublishedForm } from '@/server/form/published';
import { loadLookups, referencesIn } from './lookups';
import type { SummaryField } from './views';

export type Summarised = {
  id: string;
  versionId: string;
  formVersionId: string | null;
  values: Readonly<Record<string, Json>> | null;
  /** What the reader may see: hidden fields are left out. */
  access: FieldAccess;
};

/** Types whose stored value is an id: the reader gets the text instead. */
const asText: ReadonlySet<Field['type']> = new Set(['select', 'radio', 'multiSelect', 'checkbox', 'user', 'department']);

/** The summary fields of many requests; names behind ids cost one query for the whole list. */
export async function summariesOf(requests: readonly Summarised[], locale: Locale): Promise<ReadonlyMap<string, readonly SummaryField[]>> {
  const wanted = await Promise.all(requests.map(async (request) => ({ id: request.id, ...(await visibleSummary(request)) })));
  const lookups = await loadLookups(
    wanted.flatMap(({ fields, values }) => referencesIn(fields, values)),
    locale,
  );
  return new Map(
    wanted.map(({ id, fields, values }) => [id, fields.map((field) => toSummary(field, values[field.key] ?? null, lookups, locale))]),
  );
}

// helpers //////////////////////

async function visibleSummary({
  versionId,
  formVersionId,
  values,
  access,
}: Summarised): Promise<{ fields: Field[]; values: Readonly<Record<string, Json>> }> {
  const { settings } = await getDefinition(versionId);
  if (formVersionId === null || settings.summaryFields.length === 0) return { fields: [], values: {} };
  const { schema } = await getPublishedForm(formVersionId);
  const shown = maskValues(schema, access, values ?? {});
  return {
    fields: settings.summaryFields.flatMap((key) => (Object.hasOwn(shown, key) ? (fieldByKey(schema, key) ?? []) : [])),
    values: shown,
  };
}

function toSummary(field: Field, value: Json, lookups: Lookups, locale: Locale): SummaryField {
  const shown = asText.has(field.type) ? configOf(field).display(field, value, { locale, timeZone: companyTimeZone(), lookups }) : value;
  return { key: field.key, label: field.label, type: field.type, value: shown };
}
