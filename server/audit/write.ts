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
export async function writeAudit(tx: Pick<Tx, 'query'>, ctx: AnonymousCtx, entry: AuditEntry): Promise<void> {
  await tx.query({
    name: 'audit_write',
    text: `insert into portal.audit_log (id, actor_id, actor_name, action, subject_kind, subject_id, before, after, reason, request_id, ip)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      newId(),
      ctx.actor?.kind === 'user' ? ctx.actor.userId : null,
      ctx.actor?.name ?? 'anonymous',
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      toJsonb(entry.before),
      toJsonb(entry.after),
      entry.reason ?? null,
      ctx.requestId,
      ctx.ip,
    ],
  });
}

function toJsonb(value: Json | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
