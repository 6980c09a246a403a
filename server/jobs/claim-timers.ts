import { query } from '@/server/db/client';

export type DueTimer = { rootInstanceId: string; timerId: string };

/**
 * Due timers by the database's clock, each leased to one node for 30 s; one that was not fired by then is taken again.
 * Those of a suspended instance wait until it is resumed. Firing is a command of the engine, so a timer that fires twice has one effect.
 */
export async function claimDueTimers(limit: number): Promise<DueTimer[]> {
  const { rows } = await query<{ root_instance_id: string; id: string }>({
    name: 'timer_claim',
    text: `update portal.timer t set lease_until = now() + interval '30 s'
           from (select root_instance_id, id from portal.timer d
                 where due_at <= now() and (lease_until is null or lease_until < now())
                   and exists (select from portal.process_instance i where i.root_instance_id = d.root_instance_id and i.id = d.root_instance_id and i.status <> 'suspended')
                 order by due_at limit $1 for update of d skip locked) due
           where t.root_instance_id = due.root_instance_id and t.id = due.id
           returning t.root_instance_id, t.id`,
    values: [limit],
  });
  return rows.map((row) => ({ rootInstanceId: row.root_instance_id, timerId: row.id }));
}
