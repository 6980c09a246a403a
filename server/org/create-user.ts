import { z } from 'zod';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { hashOneTimePassword } from '@/server/auth/password';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, personFields, postsInput } from './inputs';
import { insertUser } from './internal/insert-user';
import { oneTimePassword } from './internal/one-time-password';
import { refuseTaken } from './internal/taken';

export const CreateUserInput = z.strictObject({ commandId, ...personFields, posts: postsInput });
type Input = z.infer<typeof CreateUserInput>;

/** Adds a person with posts and a one-time password. The password is shown once and stored nowhere: a repeat of the command has none. */
export async function createUser(ctx: Ctx, input: Input): Promise<{ id: string; rev: number; password: string | null }> {
  requirePermission(ctx, 'user.manage');
  const password = oneTimePassword();
  const passwordHash = await hashOneTimePassword(password);
  let isFirst = false;
  const created = await idempotent(ctx, 'org.createUser', input, async (tx) => {
    isFirst = true;
    const id = newId();
    const { commandId: _, posts, ...person } = input;
    await insertUser(tx, { id, ...person, posts, passwordHash });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'user.created',
      subjectKind: 'user',
      subjectId: id,
      after: { ...person, posts: posts.map((post): Json => ({ ...post })) },
    });
    return { id, rev: 1 };
  }).catch(refuseTaken);
  return { ...created, password: isFirst ? password : null };
}
