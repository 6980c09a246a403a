import { z } from 'zod';
import { lintForm } from '@/forms/schema/lint';
import type { Issue } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { planPublish, type PlanStep } from './ddl/plan';
import { loadForPublish } from './load-for-publish';

export const PlanFormInput = z.strictObject({ id: z.uuid() });
export type PlanFormInput = z.infer<typeof PlanFormInput>;

export type FormPlan = {
  rev: number;
  no: number;
  table: string;
  steps: readonly PlanStep[];
  issues: readonly Issue[];
  columnCount: number;
};

/** What publishing the draft as it is now would do to the tables; nothing is changed. */
export async function planForm(ctx: Ctx, input: PlanFormInput): Promise<FormPlan> {
  requirePermission(ctx, 'form.design');
  const form = await loadForPublish({ query }, input.id, false);
  const lint = lintForm(form.draft)
    .filter((problem) => problem.level === 'error')
    .map(({ code, path, params }): Issue => ({ code, path, ...(params ? { params } : {}) }));
  const plan = planPublish(form.code, form.draft, form.previous, form.registered);
  const issues = [...lint, ...(plan.ok ? [] : plan.issues)];
  return {
    rev: form.rev,
    no: form.no,
    table: `form_data.t_${form.code}`,
    steps: plan.ok ? plan.steps : [],
    issues,
    columnCount: plan.ok ? plan.columnCount : 0,
  };
}
