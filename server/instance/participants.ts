import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { requireSight } from './policy';
import type { PersonView } from './views';

export const ParticipantsInput = z.strictObject({ id: z.uuid() });
export type ParticipantsInput = z.infer<typeof ParticipantsInput>;

/** Who takes or took part in a request, but the reader: those a comment can be addressed to. */
export async function participants(ctx: Ctx, { id }: ParticipantsInput): Promise<PersonView[]> {
  await requireSight(ctx, id);
  const { userId } = requireUser(ctx);
  return (await takingPart(id)).filter((person) => person.id !== userId);
}

/** The applicant and everybody who has or had a seat; each of them may see the request. Disabled people hear nothing any more. */
export async function takingPart(instanceId: string): Promise<PersonView[]> {
  const { rows } = await query<PersonView>({
    name: 'instance_participants',
    text: `select u.id, u.name, u.name_en as "nameEn" from portal."user" u
           where u.disabled_at is null and u.id in (
             select i.applicant_id from portal.process_instance i where i.root_instance_id = $1 and i.id = $1
             union select w.user_id from portal.work_item w where w.root_instance_id = $1
             union select w.on_behalf_of from portal.work_item w where w.root_instance_id = $1)
           order by u.name, u.id limit 1000`,
    values: [instanceId],
  });
  return rows;
}
