import { z } from 'zod';
import type { Json, LocalText } from '@/lib/json';
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
  /** Today's English name of whoever acted, and what the subject is called today, where there is one. */
  actorNameEn: string | null;
  subjectName: LocalText | null;
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
      subject_name: LocalText | null;
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
               nullif(a.name_en, '') as actor_name_en, n.name as subject_name
             from (select * from portal.audit_log
             where ($1::uuid is null or id < $1) and ($2::uuid is null or actor_id = $2) and ($3::text is null or starts_with(action, $3)) and ($4::text is null or subject_id = $4)
             order by id desc limit $5) l
             left join portal."user" a on a.id = l.actor_id
             cross join lateral (select case when l.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then l.subject_id::uuid end as id) s
             left join lateral (${SUBJECT_NAMES}) n on true
             order by l.id desc`,
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
        subjectName: row.subject_name,
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

// helpers //////////////////////

const NAMED = {
  department: 'department',
  position: 'position',
  role: 'role',
  workGroup: 'work_group',
  category: 'process_category',
  process: 'process',
  form: 'form',
  connector: 'connector',
};

/** One subquery for each kind: the row's kind decides which of them looks anything up. */
const SUBJECT_NAMES = [
  `select jsonb_build_object('zh', x.name, 'en', x.name_en) as name from portal."user" x where l.subject_kind = 'user' and x.id = s.id`,
  ...Object.entries(NAMED).map(
    ([kind, table]) =>
      `select jsonb_build_object('zh', x.name_zh, 'en', x.name_en) from portal.${table} x where l.subject_kind = '${kind}' and x.id = s.id`,
  ),
].join('\nunion all ');
