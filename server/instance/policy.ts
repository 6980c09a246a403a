import { AppError } from '@/lib/errors';
import { can } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { getDefinition } from '@/server/engine/runtime/definitions';

/** In what capacity somebody looks at a request; a person may have several. */
export type Sight = {
  applicant: boolean;
  /** Elements at which the reader has or had a seat, or may take one. */
  seats: readonly string[];
  /** Owner or administrator of the process, or holder of instance.operate. */
  administers: boolean;
  /** A monitor in whose departments it was started, or head of a department that owns the process. */
  watches: boolean;
  audits: boolean;
};

type Row = { applicant_id: string; version_id: string; seats: string[]; owns: boolean; heads_owner: boolean; in_scope: boolean };

/**
 * Who may see a request: its applicant, everybody who has or had a seat in it, owners and administrators of its process,
 * monitors within their departments, auditors. For anybody else it does not exist: the same NOT_FOUND as for an unknown id.
 */
export async function requireSight(ctx: Ctx, instanceId: string): Promise<Sight> {
  const sight = await sightOf(ctx, instanceId);
  if (!sight || !sees(sight)) throw new AppError('NOT_FOUND');
  return sight;
}

/** Refuses whoever may not operate it: permission instance.operate, or administrator of the process. What one cannot see one cannot be refused. */
export async function requireOperator(ctx: Ctx, instanceId: string): Promise<void> {
  const sight = await requireSight(ctx, instanceId);
  if (!sight.administers) throw new AppError('FORBIDDEN');
}

/** The applicant's own acts; the others of its readers are refused. */
export async function requireApplicant(ctx: Ctx, instanceId: string, { orAdministrator = false } = {}): Promise<Sight> {
  const sight = await requireSight(ctx, instanceId);
  if (!sight.applicant && !(orAdministrator && sight.administers)) throw new AppError('FORBIDDEN');
  return sight;
}

/** True for readers who see every field, whatever the access matrix says of seats. */
export function seesAllFields(sight: Sight): boolean {
  return sight.administers || sight.watches || sight.audits;
}

// helpers //////////////////////

function sees(sight: Sight): boolean {
  return sight.applicant || sight.seats.length > 0 || seesAllFields(sight);
}

async function sightOf(ctx: Ctx, instanceId: string): Promise<Sight | null> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const { rows } = await query<Row>({
    name: 'instance_sight',
    text: `select i.applicant_id, i.version_id, $2::uuid = any(p.owner_ids) as owns,
             array(select distinct w.element_id from portal.work_item w where w.root_instance_id = $1 and (w.user_id = $2 or w.on_behalf_of = $2
               or exists (select from portal.work_item_candidate c where c.root_instance_id = $1 and c.work_item_id = w.id and c.user_id = $2))) as seats,
             exists (select from portal.department d where d.head_id = $2 and d.id = any(p.owner_ids)) as heads_owner,
             $3::boolean and exists (select from portal.department d where i.department_path like d.path || '%'
               and (d.head_id = $2 or exists (select from portal.post o where o.user_id = $2 and o.department_id = d.id))) as in_scope
           from portal.process_instance i join portal.process p on p.id = i.process_id
           where i.root_instance_id = $1 and i.id = $1`,
    values: [instanceId, userId, can(ctx, 'instance.monitor')],
  });
  const row = rows[0];
  if (!row) return null;
  const { settings } = await getDefinition(row.version_id);
  return {
    applicant: row.applicant_id === userId,
    seats: row.seats,
    administers: can(ctx, 'instance.operate') || row.owns || (userId !== null && settings.adminIds.includes(userId)),
    watches: row.in_scope || row.heads_owner,
    audits: can(ctx, 'audit.read'),
  };
}
