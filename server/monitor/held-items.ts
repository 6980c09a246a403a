import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
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
};

/** Who holds what of these requests, for handing a leaving person's work over; who holds most comes first. */
export async function heldItems(ctx: Ctx, input: HeldItemsInput): Promise<readonly Holder[]> {
  requirePermission(ctx, 'instance.operate');
  const { rows } = await query<{ id: string; name: string; name_en: string; disabled: boolean; items: Holder['items'] }>({
    name: 'monitor_held_items',
    text: `select u.id, u.name, u.name_en, u.disabled_at is not null as disabled,
             jsonb_agg(jsonb_build_object('workItemId', w.id, 'instanceId', w.root_instance_id) order by w.id) as items
           from portal.work_item w join portal."user" u on u.id = w.user_id
           where w.root_instance_id = any($1::uuid[]) and w.open and w.kind <> 'read'
           group by u.id order by count(*) desc, u.name, u.id`,
    values: [input.instanceIds],
  });
  return rows.map(({ id, name, name_en, disabled, items }) => ({ id, name, nameEn: name_en, disabled, items }));
}
