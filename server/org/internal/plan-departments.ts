import { z } from 'zod';
import type { Tx } from '@/server/db/unit-of-work';
import { named } from '../inputs';
import { type ImportPlan, type ImportRow, type Problem, problemsOf, repeated } from './import-rows';

const namedSchema = z.strictObject(named);

/** A department as the file wants it; `parent` and `head` are kept when the file has no such column. */
export type PlannedDepartment = {
  id: string | null;
  code: string;
  nameZh: string;
  nameEn: string;
  parent: string | null;
  headId: string | null;
  before: Known | null;
};

type Known = { id: string; code: string; nameZh: string; nameEn: string; parent: string | null; headId: string | null; disabled: boolean };

/** What the rows would do to the tree. A parent may be a department of the same file, in any order; nothing may end up below itself. */
export async function planDepartments(tx: Tx, rows: readonly ImportRow[]): Promise<ImportPlan<PlannedDepartment>> {
  const known = await allDepartments(tx);
  const heads = await activeLogins(tx, rows);
  const byCode = new Map(known.map((one) => [one.code, one]));
  const problems: Problem[] = repeated(rows, 'code');
  const read = rows.flatMap((row) => {
    const { value, problems: found } = readRow(row, byCode.get(row.cells.code ?? '') ?? null, heads);
    problems.push(...found);
    return value ? [{ row: row.row, value }] : [];
  });
  const good = new Map(read.map(({ row, value }) => [row, value]));
  for (const { row } of problems) good.delete(row);
  for (const problem of misplaced(good, byCode)) {
    problems.push(problem);
    good.delete(problem.row);
  }
  const steps = [...good].map(([row, value]) => ({
    row,
    action: value.before === null ? ('create' as const) : isSame(value) ? ('same' as const) : ('update' as const),
    value,
  }));
  return { steps, problems };
}

// helpers //////////////////////

function readRow(
  row: ImportRow,
  before: Known | null,
  heads: ReadonlyMap<string, string>,
): { value: PlannedDepartment | null; problems: Problem[] } {
  const { cells } = row;
  const parsed = namedSchema.safeParse({
    code: cells.code ?? '',
    nameZh: cells.nameZh ?? '',
    nameEn: cells.nameEn ?? before?.nameEn ?? '',
  });
  const problems = parsed.success ? [] : problemsOf(row, parsed.error);
  const headId = cells.head ? heads.get(cells.head.toLowerCase()) : null;
  if (headId === undefined) problems.push({ row: row.row, column: 'head', code: 'FIELD_REF', value: cells.head ?? '' });
  if (before?.disabled) problems.push({ row: row.row, column: 'code', code: 'STATE_CONFLICT', value: cells.code ?? '' });
  if (!parsed.success || problems.length > 0) return { value: null, problems };
  const parent = cells.parent === undefined ? (before?.parent ?? null) : cells.parent || null;
  return {
    value: {
      ...parsed.data,
      id: before?.id ?? null,
      parent,
      headId: cells.head === undefined ? (before?.headId ?? null) : (headId ?? null),
      before,
    },
    problems,
  };
}

/** Rows whose parent does not exist, is out of use, has a problem itself, or lies below them; again until none is left. */
function* misplaced(good: ReadonlyMap<number, PlannedDepartment>, known: ReadonlyMap<string, Known>): Generator<Problem> {
  for (let isStable = false; !isStable; ) {
    isStable = true;
    const planned = new Map([...good.values()].map((value) => [value.code, value]));
    for (const [row, { code, parent }] of good) {
      if (parent === null) continue;
      const exists = planned.has(parent) || known.get(parent)?.disabled === false;
      const isCircle = exists && above(parent, planned, known).has(code);
      if (exists && !isCircle) continue;
      isStable = false;
      yield { row, column: 'parent', code: isCircle ? 'STATE_CONFLICT' : 'FIELD_REF', value: parent };
    }
  }
}

/** Codes from this one up to the top, as they would be after the import. */
function above(code: string, planned: ReadonlyMap<string, PlannedDepartment>, known: ReadonlyMap<string, Known>): Set<string> {
  const way = new Set<string>();
  for (let at: string | null = code; at !== null && !way.has(at); ) {
    way.add(at);
    const plan: PlannedDepartment | undefined = planned.get(at);
    at = plan ? plan.parent : (known.get(at)?.parent ?? null);
  }
  return way;
}

function isSame({ nameZh, nameEn, parent, headId, before }: PlannedDepartment): boolean {
  return before !== null && nameZh === before.nameZh && nameEn === before.nameEn && parent === before.parent && headId === before.headId;
}

async function allDepartments(tx: Tx): Promise<Known[]> {
  const { rows } = await tx.query<Known>({
    text: `select d.id, d.code, d.name_zh as "nameZh", d.name_en as "nameEn", p.code as parent, d.head_id as "headId", d.disabled_at is not null as disabled
           from portal.department d left join portal.department p on p.id = d.parent_id order by d.id for update of d`,
  });
  return rows;
}

async function activeLogins(tx: Tx, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, string>> {
  const logins = rows.map(({ cells }) => (cells.head ?? '').toLowerCase()).filter(Boolean);
  const { rows: found } = await tx.query<{ id: string; login: string }>({
    text: 'select id, lower(login) as login from portal."user" where disabled_at is null and lower(login) = any($1::text[])',
    values: [logins],
  });
  return new Map(found.map(({ id, login }) => [login, id]));
}
