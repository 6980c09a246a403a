import { query } from '@/server/db/client';

/** Why a request as it stands cannot be acted on, as a person would say it. */
export type WhyNot = 'over' | 'suspended' | 'notSuspended' | 'nobodyHasIt' | 'takesPart';

type Operation = 'suspend' | 'resume' | 'terminate' | 'urge' | 'reassign';
type Row = { status: string; held: boolean };

/** What stands against an operation that was refused for the state of the request; null when it would be possible by now. */
export async function whyNot(operation: Operation, instanceId: string): Promise<WhyNot | null> {
  const { rows } = await query<Row>({
    name: 'instance_standing',
    text: `select i.status, exists (select from portal.work_item w where w.root_instance_id = i.root_instance_id and w.open and w.kind <> 'read') as held
           from portal.process_instance i where i.root_instance_id = $1 and i.id = $1`,
    values: [instanceId],
  });
  const row = rows[0];
  if (!row) return null;
  const { status, held } = row;
  if (status !== 'running' && status !== 'suspended') return 'over';
  if (operation === 'resume') return status === 'running' ? 'notSuspended' : null;
  if (status === 'suspended') return operation === 'terminate' ? null : 'suspended';
  if (operation === 'urge') return held ? null : 'nobodyHasIt';
  return operation === 'reassign' ? 'takesPart' : null;
}
