import { getPublishedForm } from '@/server/form/published';
import { rowWriteCtes, rowWritePayload } from '@/server/form/row-write';
import type { ExtraWrite } from './persist';
import type { Step } from './trail';

/** The typed row of the request's form, when the step has changed its data: written in the same statement, so the text depends on the form's version. */
export async function formWrite({ before, after, actor, at }: Omit<Step, 'seq'>): Promise<ExtraWrite | null> {
  const { data, instance } = after;
  if (data === before?.data || data.formVersionId === null || data.formRowId === null) return null;
  const form = await getPublishedForm(data.formVersionId);
  return {
    name: `f_${form.versionId.replaceAll('-', '')}`,
    sql: (param, guard) => rowWriteCtes(form, param, guard),
    payload: rowWritePayload(form, {
      rowId: data.formRowId,
      instanceId: instance.id,
      values: data.values,
      serialNo: instance.number,
      actorId: actor.kind === 'user' ? actor.userId : null,
      now: at,
    }),
  };
}
