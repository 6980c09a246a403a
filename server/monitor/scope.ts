import { AppError } from '@/lib/errors';
import { can, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

/** Which instances a person may watch: all, or those of departments at and below these paths. */
export type MonitorScope = { all: true } | { all: false; paths: readonly string[] };

/** Operators and auditors watch everything; other monitors the departments they head, with everything below. */
export async function monitorScope(ctx: Ctx): Promise<MonitorScope> {
  const { userId } = requireUser(ctx);
  if (can(ctx, 'instance.operate') || can(ctx, 'audit.read')) return { all: true };
  if (!can(ctx, 'instance.monitor')) throw new AppError('FORBIDDEN', { params: { permission: 'instance.monitor' } });
  const { rows } = await query<{ path: string }>({
    name: 'monitor_scope',
    text: 'select path from portal.department where head_id = $1 and disabled_at is null',
    values: [userId],
  });
  return { all: false, paths: rows.map((row) => row.path) };
}

/** The scope as one parameter: null = everything, else prefixes for `like any`. */
export function scopePrefixes(scope: MonitorScope): string[] | null {
  return scope.all ? null : scope.paths.map((path) => `${path}%`);
}
