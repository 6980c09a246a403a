import { TRPCClientError } from '@trpc/client';
import { newId } from '@/lib/id';

export type SendCommand = <T>(intention: string, send: (commandId: string) => Promise<T>) => Promise<T>;

/**
 * Gives each intention one command id until the server has answered, with yes or no: trying again after a lost answer does nothing twice,
 * trying again after a refusal is a new command.
 */
export function commandIds(): SendCommand {
  const unanswered = new Map<string, string>();
  return async (intention, send) => {
    const id = unanswered.get(intention) ?? newId();
    unanswered.set(intention, id);
    try {
      const result = await send(id);
      unanswered.delete(intention);
      return result;
    } catch (error) {
      if (isAnswer(error)) unanswered.delete(intention);
      throw error;
    }
  };
}

/** Whether the server said no; a busy one cannot tell whether the last thing it did was stored. */
export function isAnswer(error: unknown): boolean {
  const data = error instanceof TRPCClientError ? (error.data as { code?: string } | null | undefined) : null;
  return data !== null && data !== undefined && data.code !== 'BUSY';
}
