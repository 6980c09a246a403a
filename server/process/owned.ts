import { AppError } from '@/lib/errors';
import { can } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import type { Statement } from '@/server/db/client';
import type { QueryResult, QueryResultRow } from 'pg';

type Runner = { query<Row extends QueryResultRow>(sql: Statement): Promise<QueryResult<Row>> };

export type OwnedProcess = {
  id: string;
  key: string;
  name: { zh: string; en: string };
  draftXml: string;
  draftRev: number;
  latestVersionId: string | null;
  ownerIds: readonly string[];
};

/**
 * The process that somebody is about to change. Those who are named as its owners, or belong to a department that is, may;
 * without owners every designer may, and an administrator always.
 */
export async function ownedProcess(ctx: Ctx, db: Runner, id: string): Promise<OwnedProcess> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const { rows } = await db.query<{
    key: string;
    name_zh: string;
    name_en: string;
    draft_xml: string;
    draft_rev: number;
    latest_version_id: string | null;
    owner_ids: string[];
    mine: boolean;
  }>({
    name: 'process_owned',
    text: `select key, name_zh, name_en, draft_xml, draft_rev, latest_version_id, owner_ids,
             owner_ids = '{}' or $2::uuid = any(owner_ids) or exists (select from portal.post where user_id = $2 and department_id = any(owner_ids)) as mine
           from portal.process where id = $1`,
    values: [id, userId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  if (!row.mine && !can(ctx, 'system.manage')) throw new AppError('FORBIDDEN', { path: 'ownerIds' });
  return {
    id,
    key: row.key,
    name: { zh: row.name_zh, en: row.name_en },
    draftXml: row.draft_xml,
    draftRev: row.draft_rev,
    latestVersionId: row.latest_version_id,
    ownerIds: row.owner_ids,
  };
}
