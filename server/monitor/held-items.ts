import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { mayActOnOwn } from '@/server/engine/core/assignment/applicant-policy';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { MAX_AT_ONCE } from '@/server/instance/operate-many';

export const HeldItemsInput = z.strictObject({ instanceIds: z.array(z.uuid()).min(1).max(MAX_AT_ONCE) });
export type HeldItemsInput = z.infer<typeof HeldItemsInput>;

/** Somebody who holds open work items of these requests. */
export type Holder = {
  id: string;
  name: string;
  nameEn: string;
  disabled: boolean;
  items: readonly { workItemId: string; instanceId: string }[];
  /** Who could be given none of them: the holder, whoever has a seat beside each, and an applicant who may not act on the own request. */
  taken: readonly string[];
};

/** Who holds what of these requests, for handing a leaving person's work over; who holds most comes first. */
export async function heldItems(ctx: Ctx, input: HeldItemsInput): Promise<readonly Holder[]> {
  requirePermission(ctx, 'instance.operate');
  const { rows } = await query<Row>({ name: 'monitor_held_items', text: HELD, values: [input.instanceIds] });
  return Promise.all(
    rows.map(async ({ id, name, name_en, disabled, items }) => ({
      id,
      name,
      nameEn: name_en,
      disabled,
      items: items.map(({ workItemId, instanceId }) => ({ workItemId, instanceId })),
      taken: [...new Set([id, ...inEach(await Promise.all(items.map(takenBeside)))])],
    })),
  );
}

// helpers //////////////////////

type HeldItem = {
  workItemId: string;
  instanceId: string;
  versionId: string;
  elementId: string;
  applicantId: string;
  seated: readonly string[];
};
type Row = { id: string; name: string; name_en: string; disabled: boolean; items: readonly HeldItem[] };

async function takenBeside({ versionId, elementId, applicantId, seated }: HeldItem): Promise<readonly string[]> {
  const element = (await getDefinition(versionId)).elements[elementId];
  return element?.kind === 'userTask' && !mayActOnOwn(element.settings) ? [...seated, applicantId] : seated;
}

function inEach(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((id) => others.every((list) => list.includes(id)));
}

const HELD = `
select u.id, u.name, u.name_en, u.disabled_at is not null as disabled,
  jsonb_agg(jsonb_build_object('workItemId', w.id, 'instanceId', w.root_instance_id, 'versionId', i.version_id, 'elementId', w.element_id,
    'applicantId', i.applicant_id, 'seated', coalesce((
      select jsonb_agg(s.user_id) from portal.work_item s
      where s.root_instance_id = w.root_instance_id and s.activity_id = w.activity_id and s.kind = 'task' and s.user_id is not null
        and (s.open or s.status in ('waiting', 'approved', 'rejected'))), '[]')) order by w.id) as items
from portal.work_item w
join portal.process_instance i on i.root_instance_id = w.root_instance_id and i.id = w.root_instance_id
join portal."user" u on u.id = w.user_id
where w.root_instance_id = any($1::uuid[]) and w.open and w.kind <> 'read'
group by u.id order by count(*) desc, u.name, u.id`;
