import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { query } from '@/server/db/client';
import type { WorkItem } from '@/server/engine/core/state';
import { start, type StartInput } from '@/server/instance/start';
import { decideTask, type DecideTaskInput } from '@/server/task/decide';
import { ctxOf, type TestUser } from './portal';
import { filledAnew, type Trip } from './trip';

/** Requests of the trip process and what people do with them, by the verbs themselves. */

export const startInput = (of: Trip, more: Partial<StartInput> = {}): StartInput => ({
  commandId: newId(),
  processId: of.processId,
  versionId: of.versionId,
  values: filledAnew(),
  chosen: {},
  documents: [],
  ...more,
});

export async function submitted(of: Trip, more: Partial<StartInput> = {}): Promise<string> {
  const input = startInput(of, more);
  await start(ctxOf(of.applicant), input);
  return input.commandId;
}

export type StoredItem = {
  id: string;
  elementId: string;
  userId: string | null;
  status: WorkItem['status'];
  kind: WorkItem['kind'];
  open: boolean;
};

export async function itemsOf(instanceId: string): Promise<StoredItem[]> {
  const { rows } = await query<StoredItem>({
    text: `select id, element_id as "elementId", user_id as "userId", status, kind, open from portal.work_item where root_instance_id = $1 order by id`,
    values: [instanceId],
  });
  return rows;
}

export async function openItem(instanceId: string, elementId: string): Promise<string> {
  const item = (await itemsOf(instanceId)).find((candidate) => candidate.elementId === elementId && candidate.open);
  if (!item) throw new Error(`nothing is open at ${elementId}`);
  return item.id;
}

export async function valuesOf(instanceId: string): Promise<{ rev: number; values: Record<string, Json> }> {
  const { rows } = await query<{ rev: number; values: Record<string, Json> }>({
    text: 'select rev, values from portal.instance_data where root_instance_id = $1',
    values: [instanceId],
  });
  return rows[0]!;
}

export function decision(workItemId: string, more: Partial<DecideTaskInput> = {}): DecideTaskInput {
  return {
    commandId: newId(),
    workItemId,
    decision: 'approve',
    comment: 'because',
    values: {},
    chosen: {},
    rev: 1,
    documents: [],
    ...more,
  };
}

export async function approved(by: TestUser, instanceId: string, elementId: string, more: Partial<DecideTaskInput> = {}): Promise<void> {
  const { rev } = await valuesOf(instanceId);
  await decideTask(ctxOf(by), decision(await openItem(instanceId, elementId), { rev, ...more }));
}
