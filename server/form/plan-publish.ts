import { z } from 'zod';
import type { Issue } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { tableName } from './ddl/physical';
import { planPublish, type PlanStep } from './ddl/plan';
import { ddlStatements, viewStatements } from './ddl/statements';
import { duplicateIssues } from './duplicates';
import { fieldsInUse } from './live-uses';
import { loadForPublish } from './load-for-publish';
import { lintErrors } from './read-draft';

export const PlanFormInput = z.strictObject({ id: z.uuid() });
export type PlanFormInput = z.infer<typeof PlanFormInput>;

export type FormPlan = {
  rev: number;
  no: number;
  table: string;
  steps: readonly PlanStep[];
  /** What will be run, for those who read it. */
  statements: readonly string[];
  issues: readonly Issue[];
  columnCount: number;
};

/** What publishing the draft as it is now would do to the tables; nothing is changed. */
export async function planForm(ctx: Ctx, input: PlanFormInput): Promise<FormPlan> {
  requirePermission(ctx, 'form.design');
  const form = await loadForPublish({ query }, input.id, false);
  const plan = planPublish(form.code, form.draft, form.previous, form.registered);
  const issues = [
    ...lintErrors(form.draft),
    ...(plan.ok ? [] : plan.issues),
    ...(await fieldsInUse(form.id, form.draft, form.previous)),
    ...(plan.ok ? await duplicateIssues({ query }, plan.steps) : []),
  ];
  const steps = plan.ok ? plan.steps : [];
  return {
    rev: form.rev,
    no: form.no,
    table: `form_data.${tableName(form.code, null)}`,
    steps,
    statements: issues.length > 0 ? [] : [...ddlStatements(form.code, steps), ...viewStatements(form.code, form.no, form.draft)],
    issues,
    columnCount: plan.ok ? plan.columnCount : 0,
  };
}
