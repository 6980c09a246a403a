import { TableError } from '../table';
import type { ZipEntry } from './unzip';

/** What a reader of workbooks spends its time and memory on; 5,000 rows of 20 columns. */
const MOST_CELLS = 100_000;

/**
 * The parts of a workbook with only what has text in it: of a sheet the cells, without formats, merges, rules and drawings. A workbook
 * with more cells or texts than a table may have is refused before it is read, because reading is not interrupted.
 */
export function slimSheets(entries: readonly ZipEntry[]): ZipEntry[] {
  let cells = 0;
  return entries.map(({ name, data }) => {
    const xml = new TextDecoder().decode(data);
    // Entities of its own are how a small file becomes a large one, or reads another.
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new TableError('FILE_TYPE');
    cells += countOf(xml, '<c ') + countOf(xml, '<c>') + countOf(xml, '<row') + countOf(xml, '<si') + countOf(xml, '<xf');
    if (cells > MOST_CELLS * 1.2) throw new TableError('FIELD_LIMIT', MOST_CELLS);
    if (!name.startsWith('xl/worksheets/')) return { name, data };
    const rows = /<sheetData(?:\s[^>]*)?>([\s\S]*)<\/sheetData>/.exec(xml)?.[1] ?? '';
    return { name, data: new TextEncoder().encode(`${HEAD}<sheetData>${rows}</sheetData></worksheet>`) };
  });
}

// helpers //////////////////////

const HEAD = '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

function countOf(xml: string, sign: string): number {
  let count = 0;
  for (let at = xml.indexOf(sign); at >= 0; at = xml.indexOf(sign, at + sign.length)) count += 1;
  return count;
}
