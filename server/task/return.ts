import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { writtenText, documentsInput, valuesInput } from '@/server/instance/inputs';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';
import { acceptOnItem } from './decide-input';
import { ordinal } from '@/server/input';

export const ReturnTaskInput = z.strictObject({
  commandId: z.uuid(),
  workItemId: z.uuid(),
  comment: writtenText,
  values: valuesInput,
  rev: ordinal(0),
  documents: documentsInput,
});
export type ReturnTaskInput = z.infer<typeof ReturnTaskInput>;

/** Sends the request back to its applicant: one person's act, whatever the rule of the group. */
export async function returnTask(ctx: Ctx, input: ReturnTaskInput): Promise<ActResult> {
  const actor = requireUser(ctx);
  const { commandId, workItemId, comment } = input;
  const command = { type: 'returnToApplicant', workItemId, comment, values: {} } as const;
  const result = await execute(ctx, {
    command,
    commandId,
    requestHash: requestHash(ctx, 'task.return', input),
    prepare: async (before) => {
      const { changed, extras } = await acceptOnItem(before, { ...input, actor, chosen: {}, approves: false });
      return { command: { ...command, values: changed }, extras };
    },
  });
  return toActResult(result);
}
