import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import type { AnonymousCtx } from '../context';
import type { Tx } from '../db/unit-of-work';

export type AuditEntry = {
  /** `<noun>.<what happened>`, e.g. `user.disabled`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  before?: Json;
  after?: Json;
  reason?: string | null;
};

/** Writes who did what in the transaction that does it: when this row fails, so does the deed. Secrets never belong into an entry. */
export function writeAudit(tx: Pick<Tx, 'query'>, ctx: AnonymousCtx, entry: AuditEntry): Promise<void> {
  return writeAudits(tx, ctx, [entry]);
}

/** The same for a deed that touches many: one statement, whatever their number. */
export async function writeAudits(tx: Pick<Tx, 'query'>, ctx: AnonymousCtx, entries: readonly AuditEntry[]): Promise<void> {
  await tx.query({
    name: 'audit_write',
    text: `insert into portal.audit_log (id, actor_id, actor_name, action, subject_kind, subject_id, before, after, reason, request_id, ip)
           select e.id, $2, $3, e.action, e."subjectKind", e."subjectId", e.before, e.after, e.reason, $4, $5
           from jsonb_to_recordset($1::jsonb) as e(id uuid, action text, "subjectKind" text, "subjectId" text, before jsonb, after jsonb, reason text)`,
    values: [
      JSON.stringify(entries.map((entry) => ({ id: newId(), ...entry }))),
      ctx.actor?.kind === 'user' ? ctx.actor.userId : null,
      ctx.actor?.name ?? 'anonymous',
      ctx.requestId,
      ctx.ip,
    ],
  });
}
