import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { chosenInput, writtenText, documentsInput, valuesInput } from '@/server/instance/inputs';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';
import { acceptOnItem } from './decide-input';
import { ordinal } from '@/server/input';

export const DecideTaskInput = z.strictObject({
  commandId: z.uuid(),
  workItemId: z.uuid(),
  decision: z.enum(['approve', 'reject']),
  comment: writtenText,
  /** Changed fields only. */
  values: valuesInput,
  chosen: chosenInput,
  /** The revision of the data that the person saw: STALE_VIEW when a field that he or she can see has changed since. */
  rev: ordinal(0),
  documents: documentsInput,
});
export type DecideTaskInput = z.infer<typeof DecideTaskInput>;

/** Approves or rejects an own work item; what the person may edit at this activity goes in with it. */
export async function decideTask(ctx: Ctx, input: DecideTaskInput): Promise<ActResult> {
  const actor = requireUser(ctx);
  const { commandId, workItemId, decision, comment, chosen } = input;
  const command = { type: 'decide', workItemId, decision, comment, values: {}, chosen } as const;
  const result = await execute(ctx, {
    command,
    commandId,
    requestHash: requestHash(ctx, 'task.decide', input),
    prepare: async (before) => {
      const { changed, extras } = await acceptOnItem(before, { ...input, actor, approves: decision === 'approve' });
      return { command: { ...command, values: changed }, extras };
    },
  });
  return toActResult(result);
}
