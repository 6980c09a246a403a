import { newId } from '@/lib/id';
import type { Tx } from '@/server/db/unit-of-work';
import { requireActive } from './require-active';

/** Makes these a work group's members and returns who they were. Who is in already may have been disabled since; who comes in may not. */
export async function writeMembers(tx: Tx, workGroupId: string, userIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(userIds)];
  const { rows } = await tx.query<{ user_id: string }>({
    text: 'select user_id from portal.work_group_member where work_group_id = $1',
    values: [workGroupId],
  });
  const before = rows.map((row) => row.user_id);
  const added = wanted.filter((userId) => !before.includes(userId));
  await requireActive(tx, 'user', { ids: added, path: 'userIds' });
  await tx.query({
    text: 'delete from portal.work_group_member where work_group_id = $1 and not (user_id = any($2::uuid[]))',
    values: [workGroupId, wanted],
  });
  await tx.query({
    text: 'insert into portal.work_group_member (id, work_group_id, user_id) select m.id, $1, m.user_id from unnest($2::uuid[], $3::uuid[]) as m(id, user_id)',
    values: [workGroupId, added.map(() => newId()), added],
  });
  return before;
}
