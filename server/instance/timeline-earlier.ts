import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { inLanguage } from '@/server/bpmn/in-language';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { loadPeople } from './people';
import { requireSight } from './policy';
import type { TimelineEntry } from './request-page';
import { peopleInTrail, timelineOf } from './timeline';
import { loadTrail, STRETCH } from './trail-window';
import { ordinal } from '@/server/input';

/** `cursor`: what the request page named as `earlier`, or the last stretch as the next one; none is the newest. */
export const TimelineEarlierInput = z.strictObject({ id: z.uuid(), cursor: ordinal(1).optional() });
export type TimelineEarlierInput = z.infer<typeof TimelineEarlierInput>;

/** What happened before: the next stretch back, newest first. */
export async function timelineEarlier(
  ctx: Ctx,
  { id, cursor }: TimelineEarlierInput,
): Promise<{ items: readonly TimelineEntry[]; nextCursor: number | null }> {
  await requireSight(ctx, id);
  const [trail, versionId] = await Promise.all([loadTrail(query, id, cursor ?? null, STRETCH), versionOf(id)]);
  const people = await loadPeople(peopleInTrail(trail));
  return { items: timelineOf(trail, inLanguage(await getDefinition(versionId), ctx.locale), people), nextCursor: trail.earlier };
}

// helpers //////////////////////

async function versionOf(id: string): Promise<string> {
  const { rows } = await query<{ version_id: string }>({
    name: 'instance_version',
    text: 'select version_id from portal.process_instance where root_instance_id = $1 and id = $1',
    values: [id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return row.version_id;
}
