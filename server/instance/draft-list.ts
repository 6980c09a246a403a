import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { type Page, pageOf } from '@/server/page';
import { decodeCursor, encodeCursor, idCursor, LAST_ID } from './cursor';
import { pageInput } from './inputs';
import type { DraftItem } from './list-views';

export const DraftListInput = z.strictObject(pageInput);
export type DraftListInput = z.infer<typeof DraftListInput>;

type Row = {
  id: string;
  title: string;
  rev: number;
  updated_at: string;
  process_id: string;
  key: string;
  name_zh: string;
  name_en: string;
  icon: string;
  outdated: boolean;
};

/** The person's own drafts, newest first. */
export async function draftList(ctx: Ctx, input: DraftListInput): Promise<Page<DraftItem>> {
  const { userId } = requireUser(ctx);
  const after = decodeCursor(input.cursor, idCursor);
  const { rows } = await query<Row>({
    name: 'draft_list',
    text: `select d.id, d.title, d.rev, d.updated_at, d.process_id, p.key, p.name_zh, p.name_en, p.icon, v.form_version_id is distinct from d.form_version_id as outdated
           from portal.request_draft d join portal.process p on p.id = d.process_id left join portal.process_version v on v.id = p.latest_version_id
           where d.user_id = $1 and d.id < $2::uuid order by d.id desc limit $3`,
    values: [userId, after?.[0] ?? LAST_ID, input.limit + 1],
  });
  return pageOf(rows, input.limit, toItem, (row) => encodeCursor([row.id]));
}

function toItem(row: Row): DraftItem {
  const process = { id: row.process_id, key: row.key, name: { zh: row.name_zh, en: row.name_en }, icon: row.icon };
  return { id: row.id, title: row.title, process, updatedAt: row.updated_at, rev: row.rev, outdated: row.outdated };
}
