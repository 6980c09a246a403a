/** `amount`, `lines[<row id>]` or `lines[<row id>].price`: where a change of the form's data happened. */
export type DataPath = { key: string; rowId: string | null; column: string | null };

const rowPath = /^([^[\]]+)\[([^\]]+)\](?:\.(.+))?$/;

export function parseDataPath(path: string): DataPath {
  const [, key, rowId, column] = rowPath.exec(path) ?? [];
  return key !== undefined && rowId !== undefined ? { key, rowId, column: column ?? null } : { key: path, rowId: null, column: null };
}

export function dataPath(key: string, rowId: string, column?: string): string {
  return column === undefined ? `${key}[${rowId}]` : `${key}[${rowId}].${column}`;
}
