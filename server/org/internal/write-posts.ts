import type { Json } from '@/lib/json';
import { newId } from '@/lib/id';
import type { Tx } from '@/server/db/unit-of-work';
import type { PostInput } from '../inputs';
import { requireActive } from './require-active';

type Post = { departmentId: string; positionId: string; isPrimary: boolean };

/** Makes these a person's posts: those that stay keep their beginning, new ones must be in use. Returns what they were. */
export async function writePosts(tx: Tx, userId: string, posts: readonly PostInput[]): Promise<Json> {
  const { rows: before } = await tx.query<Post>({
    text: `select department_id as "departmentId", position_id as "positionId", is_primary as "isPrimary" from portal.post where user_id = $1 order by is_primary desc, id`,
    values: [userId],
  });
  const had = new Set(before.map(keyOf));
  const added = posts.filter((post) => !had.has(keyOf(post)));
  await requireActive(tx, 'department', { ids: added.map((post) => post.departmentId), path: 'posts' });
  await requireActive(tx, 'position', { ids: added.map((post) => post.positionId), path: 'posts' });
  const wanted = JSON.stringify(posts.map((post) => ({ id: newId(), d: post.departmentId, p: post.positionId, main: post.isPrimary })));
  const rows = 'jsonb_to_recordset($2::jsonb) as w(id uuid, d uuid, p uuid, main boolean)';
  await tx.query({
    text: `delete from portal.post where user_id = $1 and not exists (select from ${rows} where w.d = department_id and w.p = position_id)`,
    values: [userId, wanted],
  });
  // The old primary post steps down before the new one steps up: there is never a second.
  await tx.query({
    text: `update portal.post set is_primary = false where user_id = $1 and is_primary and not exists (select from ${rows} where w.d = department_id and w.p = position_id and w.main)`,
    values: [userId, wanted],
  });
  await tx.query({
    text: `insert into portal.post (id, user_id, department_id, position_id, is_primary) select w.id, $1, w.d, w.p, w.main from ${rows}
           on conflict (user_id, department_id, position_id) do update set is_primary = excluded.is_primary`,
    values: [userId, wanted],
  });
  return before.map((post): Json => ({ ...post }));
}

// helpers //////////////////////

function keyOf(post: Post): string {
  return `${post.departmentId} ${post.positionId}`;
}
