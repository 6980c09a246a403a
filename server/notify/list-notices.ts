import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idPage, type Page, pageOf } from '@/server/page';

export const ListNoticesInput = z.strictObject({
  ...idPage(30),
  unread: z.boolean().default(false),
});
export type ListNoticesInput = z.infer<typeof ListNoticesInput>;

export type NoticeView = {
  id: string;
  kind: string;
  rootInstanceId: string | null;
  workItemId: string | null;
  params: Readonly<Record<string, string>>;
  createdAt: string;
  readAt: string | null;
};

/** The reader's notices, newest first; the cursor is the last id of the page before. */
export async function listNotices(ctx: Ctx, input: ListNoticesInput): Promise<Page<NoticeView>> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<{
    id: string;
    kind: string;
    root_instance_id: string | null;
    work_item_id: string | null;
    params: Record<string, string>;
    created_at: string;
    read_at: string | null;
  }>({
    name: input.unread ? 'notice_list_unread' : 'notice_list',
    text: `select id, kind, root_instance_id, work_item_id, params, created_at, read_at from portal.notice
           where user_id = $1 and ($2::uuid is null or id < $2) ${input.unread ? 'and read_at is null' : ''}
           order by id desc limit $3`,
    values: [userId, input.cursor ?? null, input.limit + 1],
  });
  return pageOf(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      kind: row.kind,
      rootInstanceId: row.root_instance_id,
      workItemId: row.work_item_id,
      params: row.params,
      createdAt: row.created_at,
      readAt: row.read_at,
    }),
    (last) => last.id,
  );
}

export const ReadNoticesInput = z.strictObject({
  /** Absent: all that are unread now. */
  ids: z.array(z.uuid()).min(1).max(100).optional(),
  /** Those about this request: whoever looks at it needs no telling. */
  requestId: z.uuid().optional(),
});
export type ReadNoticesInput = z.infer<typeof ReadNoticesInput>;

/** Marks notices as read. Doing it twice changes nothing, so it needs no commandId; it is no business fact, so it is not audited. */
export async function readNotices(ctx: Ctx, input: ReadNoticesInput): Promise<{ read: number }> {
  const { userId } = requireUser(ctx);
  const { rowCount } = await query({
    name: 'notice_read',
    text: `update portal.notice set read_at = now()
           where user_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) and ($3::uuid is null or root_instance_id = $3)`,
    values: [userId, input.ids ?? null, input.requestId ?? null],
  });
  if (rowCount === null) throw new AppError('INTERNAL');
  return { read: rowCount };
}
