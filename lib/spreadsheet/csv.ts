import { withoutFormula } from './formula';
import { type Table, TableError } from './table';

/** A table as comma-separated text, RFC 4180, with the mark that makes Excel read it as UTF-8 and without anything it would run. */
export function writeCsv({ columns, rows }: Table): Uint8Array {
  const line = (cells: readonly string[]) => cells.map(toCell).join(',');
  return new TextEncoder().encode(`\ufeff${[columns, ...rows].map(line).join('\r\n')}\r\n`);
}

/** The rows of a comma-, semicolon- or tab-separated text; UTF-8, or what Chinese Excel writes by itself, GB 18030. */
export function parseCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes).replace(/^\ufeff/, '');
  return parse(text, separatorOf(text));
}

// helpers //////////////////////

function toCell(text: string): string {
  const safe = withoutFormula(text);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new TableError('BODY_ENCODING');
}

/** The separator that the first line has most of, outside quotation marks. */
function separatorOf(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n|\r/)[0] ?? '';
  const counts = [',', ';', '\t'].map((sign) => [sign, first.split(sign).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    row.push(cell.text);
    at = cell.end;
    const next = text[at];
    if (next === separator) {
      at += 1;
      // A separator at the very end stands before one more, empty, cell.
      if (at === text.length) row.push('');
      continue;
    }
    if (next !== undefined && next !== '\r' && next !== '\n') throw new TableError('BODY_INVALID');
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

type Cell = { text: string; end: number };

function plain(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(start, end), end };
}

function quoted(text: string, start: number): Cell {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) throw new TableError('BODY_INVALID');
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}
