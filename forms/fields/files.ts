import type { Json } from '@/lib/json';
import { err, type Result } from '@/lib/result';
import { emptyNull, isNull, oneColumn } from './columns';
import type { DisplayEnv, Finding, Reference } from './config';
import { checkIds, idsOf } from './ids';

/** Documents by id, in the order in which they were added; name, size and kind are the server's. */
export const fileField = {
  ...oneColumn('uuid[]'),
  empty: emptyNull,
  isEmpty: isNull,
  check: (field: { maxCount: number }, value: Json): Result<Json, Finding> => checkIds(value, field.maxCount),
  feelType: () => ({ list: 'string' as const }),
  feelValue: (_field: unknown, value: Json): Json => value ?? [],
  display: (_field: unknown, value: Json, { lookups, locale }: DisplayEnv): string =>
    idsOf(value)
      .map((id) => lookups.documents[id]?.name ?? '…')
      .join(locale === 'zh' ? '、' : ', '),
  parse: (): Result<Json, Finding> => err({ code: 'FIELD_TYPE' }),
  references: (_field: unknown, value: Json): Reference[] => idsOf(value).map((id) => ({ kind: 'document', id })),
};
