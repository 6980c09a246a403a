import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { emitCommitted } from '@/server/engine/runtime/committed';
import { writtenText } from './inputs';
import { takingPart } from './participants';
import { loadPeople } from './people';
import { requireSight } from './policy';
import type { CommentView } from './request-page';

export const CommentInput = z.strictObject({
  commandId: z.uuid(),
  instanceId: z.uuid(),
  text: writtenText.min(1),
  /** People of the request whom it addresses by name. */
  mentions: z.array(z.uuid()).max(20).default([]),
});
export type CommentInput = z.infer<typeof CommentInput>;

type Row = { author_id: string; text: string; at: string; mentions: string[] };

/**
 * Writes a comment beside the flow and tells the applicant and whoever has the request now, and those it addresses by name. The comment's id is the commandId,
 * so that a repeat finds the first one; the comment itself is the trail: it is never changed nor removed.
 */
export async function comment(ctx: Ctx, input: CommentInput): Promise<CommentView> {
  await requireSight(ctx, input.instanceId);
  const author = requireUser(ctx);
  const mentions = [...new Set(input.mentions)].toSorted((a, b) => a.localeCompare(b));
  const known = mentions.length > 0 ? await takingPart(input.instanceId) : [];
  // To be named in a request opens it to nobody.
  const stranger = input.mentions.findIndex((id) => !known.some((person) => person.id === id));
  if (stranger >= 0) throw new AppError('FIELD_REF', { path: `mentions[${stranger}]` });
  const add = {
    name: 'comment_add',
    text: ADD,
    values: [input.instanceId, input.commandId, author.userId, input.text, ctx.now().toISOString(), author.name, mentions],
  };
  // Of two repeats at once the second neither adds the row nor sees the first one's yet: it looks again.
  const row = (await query<Row>(add)).rows[0] ?? (await query<Row>(add)).rows[0];
  if (!row || row.author_id !== author.userId || row.text !== input.text || row.mentions.join() !== mentions.join())
    throw new AppError('IDEMPOTENCY_MISMATCH');
  emitCommitted({ rootInstanceId: input.instanceId, jobs: false, outbox: true });
  const people = await loadPeople([author.userId, ...mentions]);
  return { id: input.commandId, author: people.of(author.userId), text: row.text, at: row.at, mentions: people.all(mentions) };
}

const ADD = `
with added as (
  insert into portal.comment (root_instance_id, id, author_id, text, at, mentions) values ($1, $2, $3, $4, $5::timestamptz, $7::uuid[])
  on conflict (root_instance_id, id) do nothing returning author_id, text, at, mentions
),
told as (
  select array_agg(distinct u.id) as ids from (
    select i.applicant_id as id from portal.process_instance i where i.root_instance_id = $1 and i.id = $1
    union select w.user_id from portal.work_item w where w.root_instance_id = $1 and w.open and w.kind <> 'read' and w.user_id is not null
  ) u where u.id <> $3 and u.id <> all($7::uuid[])
),
notice as (
  insert into portal.outbox (kind, payload)
  select 'notice', jsonb_build_object('rootInstanceId', i.id, 'processId', i.process_id, 'title', i.title, 'number', i.number, 'actorName', $6::text,
    'notice', jsonb_build_object('kind', r.kind, 'userIds', to_jsonb(r.ids), 'workItemId', null, 'elementId', null, 'params', jsonb_build_object('comment', $4::text)))
  from (select 'commented' as kind, told.ids from told union all select 'mentioned', array_remove($7::uuid[], $3::uuid)) r
  join portal.process_instance i on i.root_instance_id = $1 and i.id = $1
  where cardinality(r.ids) > 0 and exists (select from added)
)
select author_id, text, at, mentions from added
union all
select c.author_id, c.text, c.at, c.mentions from portal.comment c where c.root_instance_id = $1 and c.id = $2 and not exists (select from added)`;
