import { TRPCClientError } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { steadyCommands } from './steady-commands';

const refused = TRPCClientError.from({ error: { code: -32000, message: 'no', data: { code: 'IN_USE' } } });
const unsure = TRPCClientError.from({ error: { code: -32000, message: 'no', data: { code: 'BUSY' } } });
const lost = TRPCClientError.from(new TypeError('Failed to fetch'));

type Call = { path: string; input: object; outcome?: TRPCClientError<never> };

/** The ids that go over the wire, where every press makes one of its own. */
async function idsOf(...calls: Call[]): Promise<string[]> {
  const ids: string[] = [];
  const link = steadyCommands({});
  for (const [id, { path, input, outcome }] of calls.entries()) {
    const op = { id, type: 'mutation' as const, path, input: { ...input, commandId: newId() }, context: {}, signal: null };
    const answer = link({
      op,
      next: (sent) =>
        observable((observer) => {
          ids.push((sent.input as { commandId: string }).commandId);
          if (outcome) observer.error(outcome);
          else observer.next({ result: { data: null } });
          observer.complete();
        }),
    });
    await new Promise<void>((resolve) => {
      answer.subscribe({ next: () => resolve(), error: () => resolve() });
    });
  }
  return ids;
}

const copy = { path: 'process.duplicate', input: { id: 'a' } };

describe('a command that is sent again', () => {
  it('keeps its id while its answer is lost, or unknown to the server itself', async () => {
    const [first, second, third] = await idsOf({ ...copy, outcome: lost }, { ...copy, outcome: unsure }, copy);
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it('is a new one after an answer, yes or no', async () => {
    const ids = await idsOf(copy, { ...copy, outcome: refused }, copy);
    expect(new Set(ids).size).toBe(3);
  });

  it('is a new one with other input, and by another name', async () => {
    const ids = await idsOf(
      { ...copy, outcome: lost },
      { path: 'process.duplicate', input: { id: 'b' }, outcome: lost },
      { path: 'form.duplicate', input: { id: 'a' }, outcome: lost },
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('is a new one when something else was done there in between, so that off, on and off again are three', async () => {
    const off = { path: 'process.retire', input: { id: 'a' } };
    const on = { path: 'process.unretire', input: { id: 'a' } };
    const [first, , third] = await idsOf({ ...off, outcome: lost }, on, off);
    expect(third).not.toBe(first);
  });
});
