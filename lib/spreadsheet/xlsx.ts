import { Workbook } from '@cj-tech-master/excelts';
import { slimSheets } from './internal/slim-sheet';
import { unzip } from './internal/unzip';
import { zipStored } from './internal/zip';
import { type Table, TableError, tableLimits } from './table';

/** A table as a workbook of one sheet: bold head that stays in sight, every cell text, so nothing in it runs. */
export async function writeXlsx({ columns, rows }: Table, sheetName: string): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  columns.forEach((name, n) => {
    const column = sheet.getColumn(n + 1);
    column.numFmt = '@';
    column.width = Math.min(40, Math.max(12, ...[name, ...rows.slice(0, 100).map((row) => row[n] ?? '')].map(widthOf)));
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The rows of the first sheet as text. Only the parts with cells are unpacked, within a limit, and none may bring its own entities. */
export async function readXlsx(file: Uint8Array): Promise<string[][]> {
  const entries = await unzip(file, (name) => PARTS.some((part) => part.test(name)));
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw new TableError('FILE_TYPE');
  const slimmed = slimSheets(entries);
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(zipStored(slimmed));
  } catch (error) {
    throw new TableError('BODY_INVALID', undefined, error);
  }
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new TableError('FILE_EMPTY');
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    // One cell in the last row of the sheet must not make a million rows.
    if (number > tableLimits.rows + 1) throw new TableError('FIELD_LIMIT', tableLimits.rows);
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      if (column > tableLimits.columns) throw new TableError('FIELD_LIMIT', tableLimits.columns);
      cells[column - 1] = textOf(cell.value);
    });
    rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
  });
  return Array.from(rows, (row) => row ?? []);
}

// helpers //////////////////////

const PARTS = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/styles\.xml$/,
  /^xl\/worksheets\/[^/]+\.xml$/,
];

/** Han characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 2);
}

/** What a person sees in the cell; a formula counts as its last result. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return '';
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((part: { text?: unknown }) => textOf(part.text)).join('');
  if ('result' in value) return textOf(value.result);
  if ('text' in value) return textOf(value.text);
  return 'error' in value ? String(value.error) : '';
}
