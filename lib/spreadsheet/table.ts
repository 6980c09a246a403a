/** A sheet as text: the first row names the columns. Every row has as many cells as there are columns. */
export type Table = { columns: readonly string[]; rows: readonly (readonly string[])[] };

export type TableLimits = { bytes: number; rows: number; columns: number; cellLength: number };

export const tableLimits: TableLimits = { bytes: 2 * 1024 * 1024, rows: 5_000, columns: 50, cellLength: 4_000 };

/** Why a file is no table. `BODY_INVALID`: it cannot be read; `FILE_TYPE`: it is something else. */
export type TableRefusal = {
  code: 'FILE_EMPTY' | 'FILE_SIZE' | 'FILE_TYPE' | 'BODY_ENCODING' | 'BODY_INVALID' | 'FIELD_LIMIT';
  limit?: number;
};

export class TableError extends Error {
  override readonly name = 'TableError';
  readonly refusal: TableRefusal;
  constructor(code: TableRefusal['code'], limit?: number, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.refusal = limit === undefined ? { code } : { code, limit };
  }
}

/** Rows as they were read become a table: empty rows at the end go, short ones are filled up, what goes beyond the limits is refused. */
export function toTable(rows: readonly (readonly string[])[], limits: TableLimits = tableLimits): Table {
  const [head, ...body] = rows;
  const columns = trimEnd(head ?? [], (cell) => cell.trim() === '');
  if (columns.length === 0) throw new TableError('FILE_EMPTY');
  if (columns.length > limits.columns) throw new TableError('FIELD_LIMIT', limits.columns);
  const filled = trimEnd(body, (row) => row.every((cell) => cell.trim() === ''));
  if (filled.length > limits.rows) throw new TableError('FIELD_LIMIT', limits.rows);
  for (const row of filled) if (row.some((cell) => cell.length > limits.cellLength)) throw new TableError('FIELD_LIMIT', limits.cellLength);
  return { columns: columns.map((cell) => cell.trim()), rows: filled.map((row) => columns.map((_, n) => row[n] ?? '')) };
}

function trimEnd<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return items.slice(0, last + 1);
}
