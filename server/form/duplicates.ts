import type { Issue } from '@/lib/errors';
import { ident } from './ddl/ident';
import type { PlanStep } from './ddl/plan';

type Runner = { query<R extends object>(sql: { text: string }): Promise<{ rows: R[] }> };

/** A field can only become unique while it is: the values that stand against it are counted first, so that the refusal says more than an index would. */
export async function duplicateIssues(run: Runner, steps: readonly PlanStep[]): Promise<Issue[]> {
  const added = new Set(
    steps.flatMap((step) =>
      step.kind === 'createTable' ? step.columns.map((column) => column.fieldId) : step.kind === 'addColumn' ? [step.column.fieldId] : [],
    ),
  );
  const issues: Issue[] = [];
  for (const step of steps) {
    if (step.kind !== 'unique' || !step.on || added.has(step.fieldId)) continue;
    const column = ident(`f_${step.fieldId}`);
    const { rows } = await run.query<{ count: number }>({
      text: `select count(*)::int as count from (select 1 from form_data.${ident(step.table)} where deleted_at is null and state <> 'void' and ${column} is not null
             group by normalize(${column}, nfc) having count(*) > 1) d`,
    });
    const count = rows[0]?.count ?? 0;
    if (count > 0) issues.push({ code: 'FIELD_UNIQUE', path: step.fieldId, params: { field: step.label, count } });
  }
  return issues;
}
