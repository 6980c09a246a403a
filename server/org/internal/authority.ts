import { AppError } from '@/lib/errors';
import { permissionsOf } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import type { Tx } from '@/server/db/unit-of-work';

/**
 * Refuses to touch the account of somebody who may do what the actor may not: whoever resets a password or changes a login could
 * otherwise become that person. An administrator of grants, who gives the auditor's right without holding it, also looks after auditors.
 */
export async function requireAuthorityOver(tx: Pick<Tx, 'query'>, ctx: Ctx, userId: string): Promise<void> {
  if (ctx.actor.kind === 'system' || ctx.actor.userId === userId) return;
  const held = ctx.actor.permissions;
  const { rows } = await tx.query<{ grant: string }>({
    text: 'select "grant" from portal.user_grant where user_id = $1',
    values: [userId],
  });
  const theirs = permissionsOf(rows.map((row) => row.grant));
  const beyond = [...theirs].some((permission) => !held.has(permission) && !(permission === 'audit.export' && held.has('grant.manage')));
  if (beyond) throw new AppError('FORBIDDEN');
}

/** One change of rights at a time, so that two administrators cannot remove each other as the last ones. */
export async function lockGrants(tx: Tx): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('vermilion:grants', 0))` });
}

/** Refuses to take the last administrator away. */
export async function requireAdministratorBeside(tx: Tx, userId: string): Promise<void> {
  const { rows } = await tx.query<{ left: boolean | null }>({
    text: `select bool_or(u.id <> $1) or not bool_or(u.id = $1) as left from portal.user_grant g join portal."user" u on u.id = g.user_id
           where g."grant" = 'systemAdmin' and u.disabled_at is null`,
    values: [userId],
  });
  // Without any administrator nobody is the last one: the aggregate is null then.
  if (rows[0]?.left === false) throw new AppError('STATE_CONFLICT', { path: 'grants', params: { reason: 'lastAdministrator' } });
}
