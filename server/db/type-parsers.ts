import pg from 'pg';

const TEXT_ARRAY: number = 1009;
const text = (value: string) => value;
const textArray = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (value: string) => (string | null)[];

/**
 * Postgres → JSON values without loss: numeric, int8 and date stay strings, timestamptz becomes ISO 8601 in UTC, jsonb is parsed (the default).
 * Everything that the driver would turn into a Date or a float is here.
 */
const parsers = new Map<number, (value: string) => unknown>([
  [20, text], // int8
  [1700, text], // numeric
  [1082, text], // date: YYYY-MM-DD
  [1114, text], // timestamp without zone: not used by the schema
  [1184, isoTimestamp],
  [1186, text], // interval
  [1016, textArray], // int8[]
  [1231, textArray], // numeric[]
  [1182, textArray], // date[]
  [1115, textArray], // timestamp[]
  [1185, (value) => textArray(value).map((item) => (item === null ? null : isoTimestamp(item)))],
]);

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? (pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text') as (value: string) => unknown);
  },
};

/**
 * `2026-11-21 04:05:06.1+00` → `2026-11-21T04:05:06.100Z`. At least milliseconds; microseconds stay when there are any,
 * so that a cursor made of the string finds its row again. The session's zone is UTC; `infinity` passes unchanged.
 */
export function isoTimestamp(value: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value);
  return match ? `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0')}Z` : value;
}
