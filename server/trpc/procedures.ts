import { initTRPC } from '@trpc/server';
import { AppError } from '@/lib/errors';
import type { Permission } from '../auth/permissions';
import { requirePermission } from '../auth/require';
import type { AnonymousCtx, Ctx } from '../context';
import { toWireError } from './errors';

/** `rule` says in words who may call a procedure; one without it does not run, and a test lists them all. */
export type Meta = { rule: string };

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
export const authed = t.procedure.meta({ rule: 'signed in' }).use(({ ctx, meta, next }) => {
  if (!ctx.actor) throw new AppError('UNAUTHENTICATED');
  if (!meta?.rule) throw new AppError('FORBIDDEN');
  return next({ ctx: ctx as Ctx });
});

/** For those who hold the permission. */
export function permitted(permission: Permission) {
  return authed.meta({ rule: `permission ${permission}` }).use(({ ctx, next }) => {
    requirePermission(ctx, permission);
    return next();
  });
}
