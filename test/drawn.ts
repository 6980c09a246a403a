import type { FormValues } from '@/forms/schema/values';
import type { Field } from '@/forms/schema/schema';
import { defaultProcess, defaultUserTask } from '@/lib/bpmn/default-settings';
import type { ProcessSettings, UserTaskSettings } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { createForm } from '@/server/form/create';
import { publishForm } from '@/server/form/publish';
import { start } from '@/server/instance/start';
import { createProcess } from '@/server/process/create';
import { publishProcess } from '@/server/process/publish';
import { modelText, type ModelOptions } from './model-text';
import { ctxOf, type TestUser } from './portal';
import { schemaOf } from './trip';

/** Flows as a designer makes them: BPMN text, published by the verbs, started and acted on by the verbs. */

const designer = ['workbench.use', 'form.design', 'form.publish', 'process.design', 'process.publish'] as const;

export type Drawn = { processId: string; versionId: string };

/** Publishes a form of these fields and gives its id. */
export async function drawnForm(by: TestUser, fields: readonly Field[]): Promise<string> {
  const ctx = ctxOf(by, designer);
  const { id } = await createForm(ctx, { commandId: newId(), name: { zh: '表', en: 'Form' }, schema: schemaOf(fields) });
  await publishForm(ctx, { commandId: newId(), id, rev: 1, note: '' });
  return id;
}

export type DrawnOptions = Omit<ModelOptions, 'process'> & {
  formId?: string;
  process?: Partial<ProcessSettings>;
  /** Over the defaults of a human activity. */
  tasks?: Readonly<Record<string, Partial<UserTaskSettings>>>;
};

/** The text of a model with the designer's own defaults. */
export function drawnText(notation: string, { formId, process, tasks = {}, settings = {}, ...more }: DrawnOptions): string {
  const own = Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, { ...defaultUserTask, ...task }]));
  return modelText(notation, {
    ...more,
    settings: { '': { ...defaultProcess, ...(formId ? { formId } : {}), ...process }, ...own, ...settings },
  });
}

/** Draws, publishes and gives what is needed to start it. */
export async function drawn(by: TestUser, notation: string, options: DrawnOptions): Promise<Drawn> {
  const ctx = ctxOf(by, designer);
  const name = { zh: '画的流程', en: 'Drawn' };
  const { id } = await createProcess(ctx, {
    commandId: newId(),
    name,
    icon: 'file',
    categoryId: null,
    xml: drawnText(notation, options),
  });
  const { versionId } = await publishProcess(ctx, { commandId: newId(), id, rev: 1, note: '' });
  return { processId: id, versionId };
}

export async function startDrawn(
  by: TestUser,
  of: Drawn,
  more: { values?: FormValues; chosen?: Record<string, string[]>; departmentId?: string } = {},
): Promise<string> {
  const commandId = newId();
  await start(ctxOf(by), { commandId, ...of, values: {}, chosen: {}, documents: [], ...more });
  return commandId;
}

/** `element: name, name` of everything that waits for somebody now, in seat order; a seat whose turn comes later in brackets. */
export async function waiting(instanceId: string): Promise<string[]> {
  const { rows } = await query<{ element: string; names: string }>({
    text: `select i.element_id as element, string_agg(case when i.status = 'waiting' then '(' || u.name || ')' else u.name end, ', ' order by i.seat_order, i.id) as names
           from portal.work_item i join portal."user" u on u.id = i.user_id
           where i.root_instance_id = $1 and (i.open or i.status = 'waiting') and i.kind <> 'read' group by i.element_id order by i.element_id`,
    values: [instanceId],
  });
  return rows.map(({ element, names }) => `${element}: ${names}`);
}

/** `status outcome` of the request. */
export async function statusOf(instanceId: string): Promise<string> {
  const { rows } = await query<{ status: string; outcome: string | null }>({
    text: 'select status, outcome from portal.process_instance where root_instance_id = $1',
    values: [instanceId],
  });
  return `${rows[0]?.status} ${rows[0]?.outcome ?? '-'}`;
}
