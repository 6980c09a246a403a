import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { getPublishedForm } from '@/server/form/published';
import { acceptOnItem } from '@/server/task/decide-input';
import { toActResult } from './act-result';
import { chosenInput, documentsInput, valuesInput } from './inputs';
import { requestHash } from './request-hash';
import { businessKeyOf, titleOf } from './title';
import type { ActResult } from './views';
import { ordinal } from '@/server/input';

export const ResubmitInput = z.strictObject({
  commandId: z.uuid(),
  workItemId: z.uuid(),
  rev: ordinal(0),
  values: valuesInput,
  chosen: chosenInput,
  documents: documentsInput,
});
export type ResubmitInput = z.infer<typeof ResubmitInput>;

/** The applicant sends a returned request off again: a new round, with a title made anew. */
export async function resubmit(ctx: Ctx, input: ResubmitInput): Promise<ActResult> {
  const actor = requireUser(ctx);
  const { commandId, workItemId, chosen } = input;
  const command = { type: 'resubmit', workItemId, values: {}, title: '', businessKey: null, chosen } as const;
  const result = await execute(ctx, {
    command,
    commandId,
    requestHash: requestHash(ctx, 'instance.resubmit', input),
    prepare: async (before) => {
      const { changed, values, extras } = await acceptOnItem(before, { ...input, actor, approves: true });
      const { definition, formVersionId } = before;
      const schema = formVersionId === null ? null : (await getPublishedForm(formVersionId)).schema;
      const { departmentId = null, number = '' } = before.state?.instance ?? {};
      const title = await titleOf({ definition, schema, values, applicantName: actor.name, departmentId, number, now: ctx.now() });
      return { command: { ...command, values: changed, title, businessKey: businessKeyOf(definition, values) }, extras };
    },
  });
  return toActResult(result);
}
