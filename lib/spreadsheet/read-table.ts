import { parseCsv } from './csv';
import { readingFormula } from './formula';
import { type Table, TableError, tableLimits, toTable } from './table';
import { readXlsx } from './xlsx';

/** Reads a table from a file; its first bytes say whether it is a workbook or text, whatever its name. */
export async function readTable(file: Uint8Array): Promise<Table> {
  if (file.byteLength === 0) throw new TableError('FILE_EMPTY');
  if (file.byteLength > tableLimits.bytes) throw new TableError('FILE_SIZE', tableLimits.bytes);
  const rows = isZip(file) ? await readXlsx(file) : isOldExcel(file) ? refuse() : parseCsv(file);
  return toTable(rows.map((row) => row.map(readingFormula)));
}

// helpers //////////////////////

function isZip(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b;
}

/** .xls of Excel 97, and encrypted workbooks. */
function isOldExcel(file: Uint8Array): boolean {
  return file[0] === 0xd0 && file[1] === 0xcf;
}

function refuse(): never {
  throw new TableError('FILE_TYPE');
}
