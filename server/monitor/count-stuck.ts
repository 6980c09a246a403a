import { query } from '@/server/db/client';
import { STALLED } from './stalled';

/** Requests with an open incident or without a move for long, for whoever watches all of them; counted to a hundred. */
export async function countStuck(): Promise<number> {
  const { rows } = await query<{ count: number }>({
    name: 'monitor_count_stuck',
    text: `with ${STALLED}
           select count(*)::int from (select n.root_instance_id from portal.incident n where n.resolved_at is null
             union select x.id from stalled x limit 100) c`,
    values: [],
  });
  return rows[0]?.count ?? 0;
}
