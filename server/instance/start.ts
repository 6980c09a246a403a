import { z } from 'zod';
import { initialValues } from '@/forms/runtime/defaults';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { requireUser } from '@/server/auth/require';
import type { Definition } from '@/server/bpmn/definition';
import type { Ctx, UserActor } from '@/server/context';
import { companyDay } from '@/server/engine/runtime/company-time';
import { type Before, type ExecuteInput, execute, type Prepared } from '@/server/engine/runtime/execute';
import type { ExtraWrite } from '@/server/engine/runtime/persist';
import { getPublishedForm } from '@/server/form/published';
import { toActResult } from './act-result';
import { autoNumbersOf, withAutoNumbers } from './auto-numbers';
import { defaultContextOf } from './default-context';
import { chosenInput, documentsInput, valuesInput } from './inputs';
import { instanceIdFor } from './instance-id';
import { nextRequestNumber } from './number';
import { requestHash } from './request-hash';
import { departmentFor, keptStartable, requireStartable, type Startable } from './startable';
import { acceptStep } from './step-input';
import { businessKeyOf, titleOf } from './title';
import type { ActResult } from './views';
import { readStarted } from './started';

export const StartInput = z.strictObject({
  /** Becomes the id of the instance where it is in the order of time, as those of our own pages are. */
  commandId: z.uuid(),
  processId: z.uuid(),
  /** The version that was filled in; an older one than the latest is CONFLICT_STALE. */
  versionId: z.uuid(),
  /** One of the applicant's own; the primary one when absent. */
  departmentId: z.uuid().optional(),
  /** What was filled in; defaults are applied to the rest. */
  values: valuesInput,
  chosen: chosenInput,
  documents: documentsInput,
  /**
   * Deleted with the submission. When it `isSaved` and not there any more, it was submitted or deleted elsewhere, as in another tab: then
   * ALREADY_DONE with the path `draft`, and nothing is stored. Whoever does not know whether it was saved leaves that out.
   */
  draft: z.strictObject({ id: z.uuid(), isSaved: z.boolean().default(false) }).optional(),
});
export type StartInput = z.infer<typeof StartInput>;

export type Started = ActResult & { number: string; title: string };

/** Submits a request: checks who may, what was filled in, the documents and the chosen people, and sets the flow going. */
export async function start(ctx: Ctx, input: StartInput): Promise<Started> {
  const actor = requireUser(ctx);
  const id = await instanceIdFor(ctx, input.commandId);
  const kept = keptStartable(ctx, input.processId);
  // Whatever comes of what was kept but a request that has been started: only what is read now can tell what is true.
  const started = kept && (await startFrom(ctx, { actor, input, id, startable: kept }).catch(() => null));
  return started ?? startFrom(ctx, { actor, input, id, startable: await requireStartable(ctx, input.processId, id) });
}

// helpers //////////////////////

type Starting = { actor: UserActor; input: StartInput; id: string; startable: Startable };

async function startFrom(ctx: Ctx, { actor, input, id, startable }: Starting): Promise<Started> {
  const departmentId = departmentFor(startable, input.departmentId);
  const instance = {
    id,
    processId: input.processId,
    versionId: startable.version.id,
    applicantId: actor.userId,
    departmentId,
  };
  const command = {
    type: 'startInstance',
    instance: { ...instance, title: '', number: '', businessKey: null },
    values: {},
    formVersionId: null,
    formRowId: null,
    chosen: input.chosen,
  } as const;
  const schema = startable.version.formVersionId === null ? null : (await getPublishedForm(startable.version.formVersionId)).schema;
  const result = await execute(ctx, {
    command,
    commandId: input.commandId,
    reading: startable.reading,
    requestHash: requestHash(ctx, 'instance.start', input),
    guard: () => {
      if (startable.version.id !== input.versionId) throw new AppError('CONFLICT_STALE', { path: 'versionId' });
    },
    prepare: (before) => submission(ctx, { actor, input, before, schema, departmentId, command }),
    ...(schema && autoNumbersOf(schema).length > 0 ? { inTransaction: numbering(ctx, schema, startable.version.definition) } : {}),
  });
  const { number, title } = result.met?.instance ?? (await readStarted(id));
  return { ...(await toActResult(result)), number, title };
}

type StartCommand = Extract<Prepared['command'], { type: 'startInstance' }>;
type Submission = {
  actor: UserActor;
  input: StartInput;
  before: Before;
  schema: FormSchema | null;
  departmentId: string | null;
  command: StartCommand;
};

async function submission(ctx: Ctx, { actor, input, before, schema, departmentId, command }: Submission): Promise<Prepared> {
  const { definition, formVersionId, now } = before;
  const initial: FormValues = schema ? initialValues(schema, await defaultContextOf(schema, actor, departmentId, now)) : {};
  const { values, extras } = await acceptStep({
    definition,
    formVersionId,
    instanceId: null,
    elementId: definition.startId,
    userId: actor.userId,
    access: definition.settings.startAccess,
    before: initial,
    values: input.values,
    chosen: input.chosen,
    documents: input.documents,
    complete: true,
    now,
  });
  const shown = schema ? withPlaceholders(schema, values) : values;
  const number = await nextRequestNumber(definition.settings.numbering, companyDay(now), ctx.now().getTime());
  const title = await titleOf({ definition, schema, values: shown, applicantName: actor.name, departmentId, number, now: ctx.now() });
  const instance = { ...command.instance, title, number, businessKey: businessKeyOf(definition, values) };
  const start = { ...command, instance, values, formVersionId, formRowId: formVersionId === null ? null : newId() };
  return { command: start, extras: input.draft ? [...extras, forgetDraft(input.draft, actor.userId)] : extras };
}

/** Numbers are known last; a title that shows one is completed then. */
const placeholder = (key: string) => `\uE000${key}\uE001`;

function withPlaceholders(schema: FormSchema, values: FormValues): FormValues {
  return { ...values, ...Object.fromEntries(autoNumbersOf(schema).map((field) => [field.key, placeholder(field.key)])) };
}

function numbering(ctx: Ctx, schema: FormSchema, definition: Definition): NonNullable<ExecuteInput['inTransaction']> {
  return async (prepared, run) => {
    const { command } = prepared;
    if (command.type !== 'startInstance') return prepared;
    const values = await withAutoNumbers(run, schema, command.values, ctx.now().toISOString());
    const title = autoNumbersOf(schema).reduce(
      (text, { key }) => text.replaceAll(placeholder(key), textOf(values[key])),
      command.instance.title,
    );
    return {
      ...prepared,
      command: { ...command, values, instance: { ...command.instance, title, businessKey: businessKeyOf(definition, values) } },
    };
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function forgetDraft({ id, isSaved }: NonNullable<StartInput['draft']>, userId: string): ExtraWrite {
  return {
    name: isSaved ? 'draft_saved' : 'draft',
    sql: (param, guard) => `
draft_gone as (
  delete from portal.request_draft d using jsonb_to_record(${param}::jsonb) as x(id uuid, user_id uuid)
  where exists (select from ${guard}) and d.id = x.id and d.user_id = x.user_id
  returning d.id
)`,
    ...(isSaved && {
      check: (_param, guard) => `exists (select from ${guard}) and not exists (select from draft_gone)`,
      refusal: () => new AppError('ALREADY_DONE', { path: 'draft' }),
    }),
    payload: { id, user_id: userId },
  };
}
