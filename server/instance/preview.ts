import { z } from 'zod';
import { initialValues } from '@/forms/runtime/defaults';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { requireUser } from '@/server/auth/require';
import { inLanguage } from '@/server/bpmn/in-language';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { isOpen } from '@/server/engine/core/live';
import type { InstanceState } from '@/server/engine/core/state';
import { getVersion } from '@/server/engine/runtime/definitions';
import { load } from '@/server/engine/runtime/load';
import { getPublishedForm } from '@/server/form/published';
import { acceptValues } from './accept-values';
import { accessAt } from './access-at';
import { defaultContextOf } from './default-context';
import { chosenInput, valuesInput } from './inputs';
import type { Preview } from './list-views';
import { outlookOf } from './outlook';
import { departmentFor, requireStartable } from './startable';
import { businessKeyOf, titleOf } from './title';

export const PreviewInput = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('start'),
    processId: z.uuid(),
    versionId: z.uuid(),
    departmentId: z.uuid().optional(),
    values: valuesInput,
    chosen: chosenInput,
  }),
  /** What an approval (or the applicant's resubmission) with these values would lead to. */
  z.strictObject({ of: z.literal('item'), workItemId: z.uuid(), values: valuesInput, chosen: chosenInput }),
]);
export type PreviewInput = z.infer<typeof PreviewInput>;

/** Where a request would go with what is filled in now, by the engine itself; nothing is stored, and what is missing is no error. */
export function preview(ctx: Ctx, input: PreviewInput): Promise<Preview> {
  return input.of === 'start' ? previewStart(ctx, input) : previewItem(ctx, input);
}

// helpers //////////////////////

const NO_COMMAND = '00000000-0000-0000-0000-000000000000';

async function previewStart(ctx: Ctx, input: Extract<PreviewInput, { of: 'start' }>): Promise<Preview> {
  const actor = requireUser(ctx);
  const startable = await requireStartable(ctx, input.processId);
  const { version, process } = startable;
  if (version.id !== input.versionId) throw new AppError('CONFLICT_STALE', { path: 'versionId' });
  const departmentId = departmentFor(startable, input.departmentId);
  const { formVersionId } = version;
  const definition = inLanguage(version.definition, ctx.locale);
  const now = ctx.now().toISOString();
  const schema = formVersionId === null ? null : (await getPublishedForm(formVersionId)).schema;
  const before = schema ? initialValues(schema, await defaultContextOf(schema, actor, departmentId, now)) : {};
  const access = definition.settings.startAccess;
  const values = schema ? acceptValues({ schema, access, before, patch: input.values, complete: false, now }).values : {};
  const title = await titleOf({ definition, schema, values, applicantName: actor.name, departmentId, number: '', now: ctx.now() });
  const instance = {
    id: newId(),
    processId: process.id,
    versionId: version.id,
    applicantId: actor.userId,
    departmentId,
    title,
    number: '',
    businessKey: businessKeyOf(definition, values),
  };
  const start = { type: 'startInstance', instance, values, formVersionId, formRowId: null, chosen: input.chosen } as const;
  return { title, ...(await outlookOf(definition, { start }, { now, schema, locale: ctx.locale })) };
}

async function previewItem(ctx: Ctx, input: Extract<PreviewInput, { of: 'item' }>): Promise<Preview> {
  const { userId } = requireUser(ctx);
  const loaded = await load(query, { workItemId: input.workItemId }, NO_COMMAND);
  const item = loaded?.state.workItems[input.workItemId];
  const own = item && isOpen(item) && (item.userId === userId || (item.userId === null && item.candidates.includes(userId)));
  if (!loaded || !own) throw new AppError('NOT_FOUND');
  const { state } = loaded;
  const definition = inLanguage((await getVersion(state.instance.versionId)).definition, ctx.locale);
  const now = ctx.now().toISOString();
  const { formVersionId } = state.data;
  const schema = formVersionId === null ? null : (await getPublishedForm(formVersionId)).schema;
  const values = await patched(state, { access: accessAt(definition, item.elementId), patch: input.values, now });
  const chosen = { ...state.instance.memo.chosen, ...input.chosen };
  const instance = { ...state.instance, memo: { ...state.instance.memo, chosen } };
  const outlook = await outlookOf(
    definition,
    { state: { ...state, instance, data: { ...state.data, values } } },
    { now, schema, locale: ctx.locale },
  );
  return { title: state.instance.title, ...outlook };
}

type Patch = Pick<Parameters<typeof acceptValues>[0], 'access' | 'patch' | 'now'>;

async function patched({ data }: InstanceState, patch: Patch): Promise<InstanceState['data']['values']> {
  if (data.formVersionId === null) return data.values;
  const { schema } = await getPublishedForm(data.formVersionId);
  return acceptValues({ schema, before: data.values, complete: false, ...patch }).values;
}
