import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { readTable } from '@/lib/spreadsheet/read-table';
import { type Table, TableError } from '@/lib/spreadsheet/table';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import type { Tx } from '@/server/db/unit-of-work';
import { errorText } from '@/server/i18n/error-text';
import { idempotent } from '@/server/idempotent';
import { applyDepartments } from './internal/apply-departments';
import { applyUsers, type NewPassword } from './internal/apply-users';
import { type ImportPlan, type Problem, rowsOf } from './internal/import-rows';
import { planDepartments } from './internal/plan-departments';
import { planUsers } from './internal/plan-users';
import { lockTree } from './internal/tree-lock';
import { columnName, transferKinds } from './transfer-columns';

export const ImportTableInput = z.strictObject({
  commandId: z.uuid(),
  kind: z.enum(transferKinds),
  /** `check` stores nothing; `all` only when every row is right; `good` the rows that are. */
  mode: z.enum(['check', 'all', 'good']),
  /** Whether new people get one-time passwords; they are in the answer, once. */
  passwords: z.literal('1').optional(),
});
type Input = z.infer<typeof ImportTableInput>;

export type ImportReport = {
  stored: boolean;
  rows: number;
  create: number;
  update: number;
  same: number;
  /** Rows with a problem, and the first problems in the reader's language. */
  bad: number;
  problems: readonly { row: number; column: string; code: string; message: string; value: string }[];
  moreProblems: number;
  /** Of new people, when they were asked for; shown once, and stored only as hashes. */
  passwords: readonly NewPassword[];
};

const SHOWN = 200;

/** Checks a sheet of people or departments row by row and, when asked, stores it in one step: everything, or nothing. */
export async function importTable(ctx: Ctx, input: Input, file: Uint8Array): Promise<ImportReport> {
  requirePermission(ctx, input.kind === 'users' ? 'user.manage' : 'org.manage');
  const table = await tableOf(file);
  const sha256 = createHash('sha256').update(file).digest('hex');
  let passwords: readonly NewPassword[] = [];
  const report = await idempotent(ctx, 'org.importTable', { ...input, sha256 }, async (tx): Promise<Stored> => {
    await lockTree(tx);
    const { rows, problems, present } = rowsOf(input.kind, table, ctx.locale);
    // With a wrong head every row would be read wrongly.
    const usable = problems.length > 0 ? [] : rows;
    const run = input.kind === 'users' ? await forUsers(tx, ctx, usable, input.passwords === '1') : await forDepartments(tx, ctx, usable);
    const found = reportOf(ctx, input, { problems: [...problems, ...run.plan.problems], steps: run.plan.steps, rows: rows.length });
    const mayStore = present.size > 0 && (input.mode === 'good' || (input.mode === 'all' && found.bad === 0));
    if (!mayStore || found.create + found.update === 0) return found;
    passwords = await run.apply();
    return { ...found, stored: true };
  });
  return { ...report, passwords };
}

// helpers //////////////////////

/** What a repeat of the command is answered with: everything but the passwords. */
type Stored = Omit<ImportReport, 'passwords'>;
type Runnable = { plan: Pick<ImportPlan<unknown>, 'problems' | 'steps'>; apply: () => Promise<readonly NewPassword[]> };

async function forUsers(tx: Tx, ctx: Ctx, rows: Parameters<typeof planUsers>[2], withPasswords: boolean): Promise<Runnable> {
  const plan = await planUsers(tx, ctx, rows);
  return { plan, apply: () => applyUsers(tx, ctx, plan, withPasswords) };
}

async function forDepartments(tx: Tx, ctx: Ctx, rows: Parameters<typeof planDepartments>[1]): Promise<Runnable> {
  const plan = await planDepartments(tx, rows);
  return { plan, apply: () => applyDepartments(tx, ctx, plan).then(() => []) };
}

async function tableOf(file: Uint8Array): Promise<Table> {
  try {
    return await readTable(file);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const { code, limit } = error.refusal;
    throw new AppError(code, { path: 'file', cause: error, ...(limit === undefined ? {} : { params: { max: limit } }) });
  }
}

function reportOf(
  ctx: Ctx,
  { kind }: Input,
  found: { problems: readonly Problem[]; steps: ImportPlan<unknown>['steps']; rows: number },
): Stored {
  const count = (action: string) => found.steps.filter((step) => step.action === action).length;
  const problems = found.problems.toSorted((a, b) => a.row - b.row);
  return {
    stored: false,
    rows: found.rows,
    create: count('create'),
    update: count('update'),
    same: count('same'),
    bad: new Set(problems.map(({ row }) => row)).size,
    problems: problems.slice(0, SHOWN).map(({ row, column, code, value, params = {} }) => ({
      row,
      column: columnName(kind, column, ctx.locale),
      code,
      message: errorText(code, params, ctx.locale),
      value: value.slice(0, 100),
    })),
    moreProblems: Math.max(0, problems.length - SHOWN),
  };
}
