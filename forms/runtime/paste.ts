import type { Json } from '@/lib/json';
import type { DisplayEnv, Finding } from '../fields/config';
import { configOf } from '../fields/registry';
import type { ScalarField } from '../schema/schema';

export type PastedCell = { column: ScalarField; text: string } & ({ ok: true; value: Json } | { ok: false; finding: Finding });
export type Pasted = {
  rows: readonly (readonly PastedCell[])[];
  /** The first line named the columns. */
  headed: boolean;
  /** Cells with something in them that have no column here. */
  surplus: number;
};

/**
 * What was pasted, cell by cell, into the columns from `first` on. When the first line holds names of columns, it says which column is which.
 * A cell that its column refuses is reported with its text, so that nothing is lost or changed silently.
 */
export function readPaste(cells: readonly (readonly string[])[], columns: readonly ScalarField[], first: number, env: DisplayEnv): Pasted {
  const named = namedColumns(cells[0] ?? [], columns);
  const targets = named ?? columns.slice(first);
  const lines = (named ? cells.slice(1) : cells).filter((line) => line.some((text) => text.trim() !== ''));
  return {
    headed: named !== null,
    surplus: lines.flatMap((line) => line.filter((text, index) => targets[index] === undefined && text.trim() !== '')).length,
    rows: lines.map((line) =>
      line.flatMap((text, index): PastedCell[] => {
        const column = targets[index];
        return column ? [readCell(column, text, env)] : [];
      }),
    ),
  };
}

function readCell(column: ScalarField, text: string, env: DisplayEnv): PastedCell {
  const config = configOf(column);
  const parsed = config.parse(column, text, env);
  if (!parsed.ok) return { column, text, ok: false, finding: parsed.error };
  const checked = config.check(column, parsed.value, undefined);
  return checked.ok ? { column, text, ok: true, value: checked.value } : { column, text, ok: false, finding: checked.error };
}

/** At least two names, or all of them, and nothing else: a cell that happens to be called like a column is no heading. */
function namedColumns(line: readonly string[], columns: readonly ScalarField[]): (ScalarField | undefined)[] | null {
  const found = line.map((text) => {
    const name = text
      .normalize('NFKC')
      .trim()
      .replace(/\s*\*$/, '')
      .toLowerCase();
    return columns.find((column) =>
      [column.key, column.label.zh, column.label.en].some((label) => label.normalize('NFKC').trim().toLowerCase() === name),
    );
  });
  const hits = found.filter((column) => column !== undefined).length;
  const filled = line.filter((text) => text.trim() !== '').length;
  return hits > 0 && hits === filled && hits >= Math.min(2, columns.length) ? found : null;
}
