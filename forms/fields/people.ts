import type { Json } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import { emptyNull, isNull } from './columns';
import type { DisplayEnv, FieldColumn, Finding, Reference } from './config';
import { checkId, checkIds, idsOf } from './ids';

type PeopleField = { multiple: boolean };
const MAX_PEOPLE = 500;

/** Users and departments by id: one, or a list. */
export function idField(kind: 'user' | 'department') {
  const names = ({ lookups }: DisplayEnv) => (kind === 'user' ? lookups.users : lookups.departments);
  return {
    empty: emptyNull,
    isEmpty: isNull,
    check: (field: PeopleField, value: Json): Result<Json, Finding> => (field.multiple ? checkIds(value, MAX_PEOPLE) : checkId(value)),
    columns: (field: PeopleField): FieldColumn[] => [{ suffix: '', type: field.multiple ? 'uuid[]' : 'uuid' }],
    toCells: (_field: PeopleField, value: Json): Json[] => [value],
    fromCells: (_field: PeopleField, [cell = null]: readonly Json[]): Json => cell,
    feelType: (field: PeopleField) => (field.multiple ? { list: 'string' as const } : ('string' as const)),
    feelValue: (field: PeopleField, value: Json): Json => (field.multiple ? (value ?? []) : value),
    display: (_field: PeopleField, value: Json, env: DisplayEnv): string =>
      idsOf(value)
        .map((id) => names(env)[id] ?? '…')
        .join(env.locale === 'zh' ? '、' : ', '),
    // Names are not unique: one that fits exactly one known person or department is taken, any other is refused.
    parse(field: PeopleField, source: string, env: DisplayEnv): Result<Json, Finding> {
      const parts = source
        .split(/[,，、;；\n]/)
        .map((part) => part.trim())
        .filter(Boolean);
      const known = Object.entries(names(env));
      const ids: string[] = [];
      for (const part of parts) {
        const found = known.filter(([id, name]) => name === part || id === part);
        if (found.length !== 1 || !found[0]) return err({ code: 'FIELD_REF' });
        ids.push(found[0][0]);
      }
      if (ids.length === 0) return ok(null);
      if (field.multiple) return ok(ids);
      return ids.length === 1 && ids[0] !== undefined ? ok(ids[0]) : err({ code: 'FIELD_LIMIT', params: { kind: 'max', max: 1 } });
    },
    references: (_field: PeopleField, value: Json): Reference[] => idsOf(value).map((id) => ({ kind, id })),
  };
}
