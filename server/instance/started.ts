import { query } from '@/server/db/client';

/** What a submitted request is called: of the first submission also when this one was a repeat. */
export async function readStarted(instanceId: string): Promise<{ number: string; title: string }> {
  const { rows } = await query<{ number: string; title: string }>({
    name: 'instance_started',
    text: 'select number, title from portal.process_instance where root_instance_id = $1 and id = $1',
    values: [instanceId],
  });
  return rows[0] ?? { number: '', title: '' };
}
