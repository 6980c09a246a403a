import { isTimeOrdered, newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';

/**
 * The id of the request that a command starts. Lists say "newest first" by it, so it is in the order of time: the command's own when it
 * is (our pages make them so, and nothing has to be asked), else one of ours, which a repeat of the command finds again.
 */
export async function instanceIdFor(ctx: Ctx, commandId: string): Promise<string> {
  if (isTimeOrdered(commandId)) return commandId;
  // Without the rest of the input: what was refused may be sent again, mended, and a changed repeat is told so by the journal.
  const { id } = await idempotent(ctx, 'instance.idFor', { commandId }, () => Promise.resolve({ id: newId() }));
  return id;
}
