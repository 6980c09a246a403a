import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError, type Issue } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { sqlState } from '@/server/db/sql-error';
import type { Tx } from '@/server/db/unit-of-work';
import { idempotent } from '@/server/idempotent';
import { physicalTables } from './ddl/physical';
import { planPublish } from './ddl/plan';
import { ddlStatements, viewStatements } from './ddl/statements';
import { findDrift } from './drift';
import { duplicateIssues } from './duplicates';
import { fieldsInUse } from './live-uses';
import { type ForPublish, loadForPublish } from './load-for-publish';
import { lintErrors, refusalOf } from './read-draft';
import { rev, writing } from '@/server/input';

export const PublishFormInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision whose plan was seen. */
  rev,
  note: writing(500).default(''),
});
export type PublishFormInput = z.infer<typeof PublishFormInput>;

const LOCK_NOT_AVAILABLE = '55P03';
const TRIES = 5;

/**
 * Publishes a draft: checks, DDL, views, registry, version and audit in one transaction, so that a crash leaves nothing. No reader
 * waits longer than the lock timeout; when a long transaction is in the way it is tried five times, then BUSY.
 */
export async function publishForm(ctx: Ctx, input: PublishFormInput): Promise<{ versionId: string; no: number }> {
  requirePermission(ctx, 'form.publish');
  // Compiling the models of its processes is long for a lock; a draft that changes meanwhile is CONFLICT_STALE.
  const { id, draft, previous } = await loadForPublish({ query }, input.id, false);
  const inUse = await fieldsInUse(id, draft, previous);
  for (let attempt = 1; ; attempt++) {
    try {
      return await idempotent(ctx, 'form.publish', input, (tx) => publishIn(tx, ctx, { input, inUse }));
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt === TRIES) throw new AppError('BUSY', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt * (0.5 + Math.random())));
    }
  }
}

// helpers //////////////////////

async function publishIn(
  tx: Tx,
  ctx: Ctx,
  { input, inUse }: { input: PublishFormInput; inUse: readonly Issue[] },
): Promise<{ versionId: string; no: number }> {
  await tx.query({ text: `set local lock_timeout = '2s'; set local statement_timeout = '15s'` });
  await tx.query({
    name: 'form_publish_lock',
    text: `select pg_advisory_xact_lock(hashtextextended('form:' || $1, 0))`,
    values: [input.id],
  });
  const form = await loadForPublish(tx, input.id, true);
  if (form.rev !== input.rev) throw new AppError('CONFLICT_STALE');
  const problems = lintErrors(form.draft);
  if (problems.length > 0) throw refusalOf(problems);
  if (inUse.length > 0) throw refusalOf(inUse);
  const plan = planPublish(form.code, form.draft, form.previous, form.registered);
  if (!plan.ok) throw refusalOf(plan.issues);
  const drift = await findDrift(tx, form.code, form.registered);
  if (drift) throw new AppError('STATE_CONFLICT', { path: drift });

  const duplicates = await duplicateIssues(tx, plan.steps);
  if (duplicates.length > 0) throw refusalOf(duplicates);
  const versionId = newId();
  for (const statement of [...ddlStatements(form.code, plan.steps), ...viewStatements(form.code, form.no, form.draft)]) {
    await tx.query({ text: statement });
    await tx.query({
      name: 'form_ddl_log',
      text: 'insert into portal.form_ddl_log (id, form_id, version_id, sql) values ($1, $2, $3, $4)',
      values: [newId(), form.id, versionId, statement],
    });
  }
  await register(
    tx,
    form,
    plan.steps.filter((step) => step.kind === 'retireField').map((step) => step.fieldId),
  );
  const schema = JSON.stringify(form.draft);
  await tx.query({
    name: 'form_version_insert',
    text: 'insert into portal.form_version (id, form_id, no, schema, hash, published_by, note) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [
      versionId,
      form.id,
      form.no,
      schema,
      createHash('sha256').update(schema).digest('hex'),
      ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      input.note,
    ],
  });
  await tx.query({
    name: 'form_latest',
    text: 'update portal.form set latest_version_id = $2 where id = $1',
    values: [form.id, versionId],
  });
  await writeAudit(tx, ctx, {
    action: 'form.published',
    subjectKind: 'form',
    subjectId: form.id,
    after: { no: form.no, versionId, note: input.note, steps: plan.steps.length },
  });
  return { versionId, no: form.no };
}

/** Every wanted column is in the registry and in use; what the plan retires is marked. */
async function register(tx: Tx, form: ForPublish, retired: readonly string[]): Promise<void> {
  const rows = physicalTables(form.code, form.draft).flatMap((table) =>
    table.columns.map((column) => ({
      id: newId(),
      field_id: column.fieldId,
      table_name: table.name,
      column_name: column.name,
      pg_type: column.type,
      field_type: column.fieldType,
    })),
  );
  await tx.query({
    name: 'form_columns_put',
    text: `insert into portal.form_column as c (id, form_id, field_id, table_name, column_name, pg_type, field_type, since_version)
           select r.id, $1, r.field_id, r.table_name, r.column_name, r.pg_type, r.field_type, $2
           from jsonb_to_recordset($3::jsonb) as r(id uuid, field_id text, table_name text, column_name text, pg_type text, field_type text)
           on conflict (table_name, column_name) do update set retired = false`,
    values: [form.id, form.no, JSON.stringify(rows)],
  });
  if (retired.length > 0)
    await tx.query({
      name: 'form_columns_retire',
      text: 'update portal.form_column set retired = true where form_id = $1 and field_id = any($2)',
      values: [form.id, [...retired]],
    });
}
