import { z } from 'zod';
import type { Json } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { withTransaction } from '@/server/db/unit-of-work';
import { writeAudit } from './write';
import { searchInput } from '@/server/input';
import { idPage, type Page, pageOf } from '@/server/page';

export const ListAuditInput = z.strictObject({
  ...idPage(50),
  actorId: z.uuid().optional(),
  /** `<noun>.<what happened>` or its beginning. */
  action: searchInput.optional(),
  subjectId: searchInput.optional(),
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;

export type AuditView = {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string;
  /** Today's English names of whoever acted and of the person it was about, where there are any. */
  actorNameEn: string | null;
  subjectNameEn: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: Json;
  after: Json;
  reason: string | null;
  requestId: string | null;
  ip: string | null;
};

/** The audit log, newest first. Reading it is itself on record: the first page of each look writes an entry. */
export async function listAudit(ctx: Ctx, input: ListAuditInput): Promise<Page<AuditView>> {
  requirePermission(ctx, 'audit.read');
  return withTransaction(async (tx) => {
    const { rows } = await tx.query<{
      id: string;
      at: string;
      actor_id: string | null;
      actor_name: string;
      actor_name_en: string | null;
      subject_name_en: string | null;
      action: string;
      subject_kind: string;
      subject_id: string;
      before: Json;
      after: Json;
      reason: string | null;
      request_id: string | null;
      ip: string | null;
    }>({
      name: 'audit_list',
      text: `select l.id, l.at, l.actor_id, l.actor_name, l.action, l.subject_kind, l.subject_id, l.before, l.after, l.reason, l.request_id, l.ip,
               nullif(a.name_en, '') as actor_name_en, nullif(s.name_en, '') as subject_name_en
             from (select * from portal.audit_log
             where ($1::uuid is null or id < $1) and ($2::uuid is null or actor_id = $2) and ($3::text is null or starts_with(action, $3)) and ($4::text is null or subject_id = $4)
             order by id desc limit $5) l
             left join portal."user" a on a.id = l.actor_id
             left join portal."user" s on l.subject_kind = 'user' and s.id::text = l.subject_id order by l.id desc`,
      values: [input.cursor ?? null, input.actorId ?? null, input.action ?? null, input.subjectId ?? null, input.limit + 1],
    });
    if (!input.cursor)
      await writeAudit(tx, ctx, {
        action: 'audit.read',
        subjectKind: 'audit',
        subjectId: 'log',
        after: { actorId: input.actorId ?? null, action: input.action ?? null, subjectId: input.subjectId ?? null },
      });
    return pageOf(
      rows,
      input.limit,
      (row) => ({
        id: row.id,
        at: row.at,
        actorId: row.actor_id,
        actorName: row.actor_name,
        actorNameEn: row.actor_name_en,
        subjectNameEn: row.subject_name_en,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        before: row.before,
        after: row.after,
        reason: row.reason,
        requestId: row.request_id,
        ip: row.ip,
      }),
      (last) => last.id,
    );
  });
}
