import type { FormSchema } from '@/forms/schema/schema';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { AppError } from '@/lib/errors';
import type { Definition } from '@/server/bpmn/definition';
import { inLanguage } from '@/server/bpmn/in-language';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { getPublishedForm } from '@/server/form/published';
import { requireSight } from './policy';
import { accessFor } from './request-form';

export type ReaderAccess = {
  definition: Definition;
  schema: FormSchema | null;
  access: FieldAccess /** Elements at which the reader has something open. */;
  places: readonly string[];
};

/** What a reader may see of a request's fields now, without loading the request. */
export async function readerAccess(ctx: Ctx, instanceId: string): Promise<ReaderAccess> {
  const sight = await requireSight(ctx, instanceId);
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const { rows } = await query<{ version_id: string; form_version_id: string | null; places: string[] }>({
    name: 'reader_access',
    text: `select i.version_id, d.form_version_id,
             array(select w.element_id from portal.work_item w where w.root_instance_id = $1 and w.open and w.kind <> 'read' and (w.user_id = $2 or w.user_id is null
               and exists (select from portal.work_item_candidate c where c.root_instance_id = $1 and c.work_item_id = w.id and c.user_id = $2)) order by w.id) as places
           from portal.process_instance i join portal.instance_data d on d.root_instance_id = i.root_instance_id where i.root_instance_id = $1 and i.id = $1`,
    values: [instanceId, userId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const definition = inLanguage(await getDefinition(row.version_id), ctx.locale);
  const schema = row.form_version_id === null ? null : (await getPublishedForm(row.form_version_id)).schema;
  const items = row.places.map((elementId) => ({ elementId, kind: 'task' as const, actions: ['approve' as const] }));
  return { definition, schema, access: accessFor(definition, sight, items), places: row.places };
}
