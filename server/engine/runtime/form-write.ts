import { AppError } from '@/lib/errors';
import type { InstanceOutcome } from '@/server/engine/core/state';
import { getPublishedForm, type PublishedForm } from '@/server/form/published';
import { rowInsertCtes, rowsTakenCheck, rowVoidCte, rowWriteCtes, rowWritePayload, takenRefusal } from '@/server/form/row-write';
import type { ExtraWrite } from './persist';
import type { Step } from './trail';

/** Requests that came to nothing. */
const VOID: ReadonlySet<InstanceOutcome | null> = new Set(['rejected', 'withdrawn', 'terminated', 'expired', 'failed']);

/**
 * The typed row of the request's form, when the step has changed its data or brought the request to nothing: written in the same
 * statement, so the text depends on the form's version.
 */
export async function formWrite(step: Omit<Step, 'seq'>): Promise<ExtraWrite | null> {
  const { data, instance } = step.after;
  if (data.formVersionId === null || data.formRowId === null) return null;
  const isVoid = VOID.has(instance.outcome);
  const changed = data !== step.before?.data;
  if (!changed && (!isVoid || step.before?.instance.outcome === instance.outcome)) return null;
  const form = await getPublishedForm(data.formVersionId);
  return changed ? writeRow(form, step, { rowId: data.formRowId, isVoid }) : voidRow(form, data.formRowId);
}

// helpers //////////////////////

function writeRow(
  form: PublishedForm,
  { before, after: { data, instance }, actor, at }: Omit<Step, 'seq'>,
  { rowId, isVoid }: { rowId: string; isVoid: boolean },
): ExtraWrite {
  return {
    name: `${before ? 'f' : 'fn'}_${form.versionId}`,
    sql: (param, guard) => (before ? rowWriteCtes : rowInsertCtes)(form, param, guard),
    ...(before && {
      check: (param: string, guard: string) => rowsTakenCheck(form, param, guard),
      refusal: () => new AppError('ALREADY_DONE'),
    }),
    taken: (constraint) => takenRefusal(form, constraint),
    payload: rowWritePayload(form, {
      rowId,
      instanceId: instance.id,
      state: isVoid ? 'void' : 'submitted',
      values: data.values,
      serialNo: instance.number,
      actorId: actor.kind === 'user' ? actor.userId : null,
      now: at,
    }),
  };
}

function voidRow(form: PublishedForm, rowId: string): ExtraWrite {
  return { name: `fv_${form.code}`, sql: (param, guard) => rowVoidCte(form, param, guard), payload: { rowId } };
}
