import { z } from 'zod';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId, postsInput } from './inputs';
import { lockRow, type UserRow } from './internal/lock-row';
import { writePosts } from './internal/write-posts';
import { rev } from '@/server/input';

export const SetPostsInput = z.strictObject({ commandId, userId: z.uuid(), rev, posts: postsInput });
type Input = z.infer<typeof SetPostsInput>;

/** Says in which departments and positions a person works; exactly one post is the primary one. */
export async function setPosts(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'user.manage');
  const { userId, posts } = input;
  return idempotent(ctx, 'org.setPosts', input, async (tx) => {
    const user = await lockRow<UserRow>(tx, 'user', userId, input.rev);
    const before = await writePosts(tx, userId, posts);
    await tx.query({ text: 'update portal."user" set rev = rev + 1 where id = $1', values: [userId] });
    await writeAudit(tx, ctx, {
      action: 'user.postsSet',
      subjectKind: 'user',
      subjectId: userId,
      before: { name: user.name, posts: before },
      after: { name: user.name, posts: posts.map((post): Json => ({ ...post })) },
    });
    return { rev: user.rev + 1 };
  });
}
