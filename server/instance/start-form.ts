import { z } from 'zod';
import { maskValues } from '@/forms/access/mask';
import { computeForm } from '@/forms/runtime/compute';
import { initialValues } from '@/forms/runtime/defaults';
import { fieldsOf } from '@/forms/schema/walk';
import { requireUser } from '@/server/auth/require';
import { inLanguage } from '@/server/bpmn/in-language';
import type { Ctx } from '@/server/context';
import { getPublishedForm } from '@/server/form/published';
import { choicesAtStart } from './choices';
import { defaultContextOf } from './default-context';
import type { StartForm } from './list-views';
import { loadLookups, referencesIn } from './lookups';
import { requireStartable, type Startable } from './startable';

export const StartFormInput = z.strictObject({ processId: z.uuid() });
export type StartFormInput = z.infer<typeof StartFormInput>;

/** What filling in a new request needs: the form with its defaults, the documents and the people to choose. */
export async function startForm(ctx: Ctx, input: StartFormInput): Promise<StartForm> {
  const startable = await requireStartable(ctx, input.processId);
  const { definition } = startable.version;
  const { documents, summaryFields } = definition.settings;
  return {
    process: { ...startable.process, versionId: startable.version.id },
    startElementId: definition.startId,
    form: await formOf(ctx, startable),
    documentTypes: documents.map(({ id, name, required, formats, maxCount, addedAt }) => {
      const addable = addedAt.includes(definition.startId);
      return { id, name, required: required && addable, formats, maxCount, addable };
    }),
    choices: choicesAtStart(inLanguage(definition, ctx.locale)),
    departments: startable.departments,
    summaryFields,
  };
}

async function formOf(ctx: Ctx, { version, departments }: Startable): Promise<StartForm['form']> {
  if (version.formVersionId === null) return null;
  const { schema } = await getPublishedForm(version.formVersionId);
  const access = version.definition.settings.startAccess;
  const context = await defaultContextOf(schema, requireUser(ctx), departments[0]?.id ?? null, ctx.now().toISOString());
  const initial = initialValues(schema, context);
  const computed = computeForm(schema, initial, { access, now: context.now, timeZone: context.timeZone, before: initial });
  const values = maskValues(schema, access, computed.values);
  return {
    versionId: version.formVersionId,
    schema,
    access,
    values,
    lookups: await loadLookups(referencesIn(fieldsOf(schema), values), ctx.locale),
  };
}
