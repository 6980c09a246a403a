import { fieldsOf } from '@/forms/schema/walk';
import type { FormValues } from '@/forms/schema/values';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { AppError } from '@/lib/errors';
import type { Json } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import { bindDocuments } from '@/server/document/binding';
import type { ExtraWrite } from '@/server/engine/runtime/persist';
import { uniqueIssues } from '@/server/form/check-unique';
import { getPublishedForm } from '@/server/form/published';
import { acceptValues, refuse } from './accept-values';
import { filesIn, pathReferences, referenceIssues } from './check-references';

export type StepInput = {
  definition: Definition;
  formVersionId: string | null;
  /** Null while the request is being started. */
  instanceId: string | null;
  elementId: string;
  userId: string;
  access: FieldAccess;
  before: FormValues;
  values: FormValues;
  chosen: Readonly<Record<string, readonly string[]>>;
  documents: readonly { documentId: string; documentTypeId: string }[];
  complete: boolean;
  now: string;
};

export type AcceptedStep = {
  /** For the command: changed fields, formulas included. */
  changed: Record<string, Json>;
  values: FormValues;
  extras: readonly ExtraWrite[];
};

/** Everything a person brings to a step, checked as one: values, references, chosen people, files. Nothing is written yet. */
export async function acceptStep(input: StepInput): Promise<AcceptedStep> {
  const { definition, formVersionId, before } = input;
  const accepted = formVersionId === null ? withoutForm(input) : await withForm(formVersionId, input);
  const chosen = Object.entries(input.chosen).flatMap(([elementId, ids]) =>
    ids.map((id) => ({ kind: 'user' as const, id, path: `chosen.${elementId}` })),
  );
  const references = pathReferences(accepted.fields, accepted.changed);
  const asked = [...references, ...chosen];
  const known = new Set(asked.length > 0 ? pathReferences(accepted.fields, before).map((reference) => reference.id) : []);
  refuse(await referenceIssues(asked, known));
  const bind = await bindDocuments({
    userId: input.userId,
    instanceId: input.instanceId,
    elementId: input.elementId,
    types: definition.settings.documents,
    wanted: [
      ...input.documents.map(({ documentId, documentTypeId }, index) => ({ documentId, documentTypeId, path: `documents[${index}]` })),
      ...filesIn(references),
    ],
    complete: input.complete,
  });
  return { changed: accepted.changed, values: accepted.values, extras: bind ? [bind] : [] };
}

// helpers //////////////////////

type Accepted = { fields: ReturnType<typeof fieldsOf>; changed: Record<string, Json>; values: FormValues };

async function withForm(formVersionId: string, { instanceId, access, before, values: patch, complete, now }: StepInput): Promise<Accepted> {
  const form = await getPublishedForm(formVersionId);
  const { schema } = form;
  const fields = fieldsOf(schema);
  const accepted = acceptValues({ schema, access, before, patch, complete, now });
  refuse(await uniqueIssues(form, accepted.changed, instanceId));
  return { fields, ...accepted };
}

/** Without a form there is nothing to fill in. */
function withoutForm({ before, values }: StepInput): Accepted {
  const [key] = Object.keys(values);
  if (key !== undefined) throw new AppError('FIELD_UNKNOWN', { path: key });
  return { fields: [], changed: {}, values: before };
}
