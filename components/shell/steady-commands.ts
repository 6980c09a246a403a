import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@/server/trpc/root';
import { isAnswer } from './command-ids';

/**
 * Repeats a command whose answer was lost under the id it had: pressing again does nothing twice, wherever the button is and however
 * it makes its ids. Once the server has answered, with yes or no, the same input is a new command.
 */
export const steadyCommands: TRPCLink<AppRouter> = () => {
  const memory = commandMemory();
  return ({ op, next }) => {
    const { path, input } = op;
    if (op.type !== 'mutation' || !isCommand(input)) return next(op);
    return observable((observer) => {
      const sent = memory.send(path, input);
      return next({ ...op, input: { ...input, commandId: sent.commandId } }).subscribe({
        next: (value) => {
          sent.settle(true);
          observer.next(value);
        },
        error: (error) => {
          sent.settle(isAnswer(error));
          observer.error(error);
        },
        complete: () => observer.complete(),
      });
    });
  };
};

type Command = { commandId: string };
type Open = { noun: string | undefined; commandId: string; isLost: boolean };

/** The commands that have no answer yet. */
export function commandMemory() {
  const open = new Map<string, Open>();
  return {
    send(path: string, { commandId, ...rest }: Command): { commandId: string; settle(answered: boolean): void } {
      const key = `${path} ${JSON.stringify(rest)}`;
      const command = open.get(key) ?? { noun: path.split('.')[0], commandId, isLost: false };
      open.set(key, command);
      command.isLost = false;
      return {
        commandId: command.commandId,
        settle(answered) {
          command.isLost = !answered;
          if (!answered) return;
          open.delete(key);
          // Whatever was lost before is the past once another deed on the same kind of thing is done: off, on and off again are three.
          for (const [other, { noun, isLost }] of open) if (isLost && noun === command.noun) open.delete(other);
        },
      };
    },
  };
}

function isCommand(input: unknown): input is Command {
  return typeof input === 'object' && input !== null && 'commandId' in input && typeof input.commandId === 'string';
}
