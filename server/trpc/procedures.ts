import { initTRPC } from '@trpc/server';
import { AppError } from '@/lib/errors';
import type { Permission } from '../auth/permissions';
import { requireEntry, requirePermission } from '../auth/require';
import type { AnonymousCtx, Ctx } from '../context';
import { toWireError } from './errors';
import { hiddenKey } from './hidden-key';

/**
 * `rule` says in words who may call a procedure; one without it does not run, and docs/access.md lists them all.
 * `beforePasswordChange` opens it to those who still have the password that an administrator gave them.
 */
export type Meta = { rule: string; beforePasswordChange?: true };

const t = initTRPC
  .context<AnonymousCtx>()
  .meta<Meta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
    errorFormatter({ shape, error, ctx }) {
      const data = toWireError(error, ctx?.locale ?? 'zh', ctx?.requestId ?? '');
      return { ...shape, message: data.message, data };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** For whoever asks, signed in or not: sign-in itself and what its page needs. Set `.meta({ rule })`. */
export const publicProcedure = t.procedure.use(({ meta, next }) => {
  if (!meta?.rule) throw new AppError('FORBIDDEN');
  return next();
});

/** For everybody who is signed in; the verb decides the rest. Replace the rule by the verb's own: `.meta({ rule: 'own work items' })`. */
export const authed = t.procedure.meta({ rule: 'signed in' }).use(async ({ ctx, meta, next, getRawInput }) => {
  if (!ctx.actor) throw new AppError('UNAUTHENTICATED');
  if (!meta?.rule) throw new AppError('FORBIDDEN');
  const hidden = hiddenKey(await getRawInput());
  if (hidden !== null) throw new AppError('FIELD_UNKNOWN', { path: hidden });
  return next({ ctx: meta.beforePasswordChange ? (ctx as Ctx) : requireEntry(ctx) });
});

/** For those who hold the permission. */
export function permitted(permission: Permission) {
  return authed.meta({ rule: `permission ${permission}` }).use(({ ctx, next }) => {
    requirePermission(ctx, permission);
    return next();
  });
}
