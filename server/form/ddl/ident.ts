/** The only door through which a name gets into DDL: generated names alone fit. */
export function ident(name: string): string {
  if (!/^[a-z][a-z0-9_]{1,47}$/.test(name)) throw new Error(`not a generated name: ${JSON.stringify(name)}`);
  return `"${name}"`;
}

/** A text as an SQL literal, for COMMENT, where parameters are not possible. Standard strings: only the quote needs doubling; NUL cannot be stored. */
export function literal(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/**
 * A label as a column alias of a reporting view: letters, digits and underscores only, at most 63 bytes cut at a character,
 * with the field's id behind it when two would be the same.
 */
export function alias(label: string, fieldId: string, taken: Set<string>): string {
  const plain = label
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  let name = cutBytes(plain, 63) || fieldId;
  if (taken.has(name)) name = `${cutBytes(plain, 62 - fieldId.length)}_${fieldId}`;
  taken.add(name);
  return `"${name}"`;
}

// helpers //////////////////////

function cutBytes(text: string, limit: number): string {
  let cut = '';
  let size = 0;
  for (const char of text) {
    size += Buffer.byteLength(char);
    if (size > limit) break;
    cut += char;
  }
  return cut;
}
