import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { start } from '@/server/instance/start';
import { decideTask } from '@/server/task/decide';
import { ctxOf } from '@/test/portal';
import { decision } from '@/test/request';
import { filledAnew, type Trip } from '@/test/trip';

/* What people do with a business trip, by the verbs that the portal's own buttons call. */

/** Submits a filled-in form of nine fields and two rows; the head of the department gets it. */
export async function submit(of: Trip): Promise<string> {
  const commandId = newId();
  const { processId, versionId } = of;
  await start(ctxOf(of.applicant), { commandId, processId, versionId, values: filledAnew(), chosen: {}, documents: [] });
  return commandId;
}

/** The first of the two approvals: it changes no field and hands on to the second. */
export async function approve(of: Trip, workItemId: string): Promise<void> {
  await decideTask(ctxOf(of.boss), decision(workItemId, { comment: '同意，请按标准执行' }));
}

/** The open work items of these requests, in their order. */
export async function openItems(instanceIds: readonly string[]): Promise<string[]> {
  const { rows } = await query<{ id: string; root: string }>({
    text: 'select id, root_instance_id as root from portal.work_item where root_instance_id = any($1::uuid[]) and open',
    values: [instanceIds],
  });
  const items = new Map(rows.map(({ id, root }) => [root, id]));
  return instanceIds.flatMap((id) => items.get(id) ?? []);
}
