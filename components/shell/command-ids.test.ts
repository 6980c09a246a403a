import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { commandIds } from './command-ids';

const refused = TRPCClientError.from({ error: { code: -32000, message: 'no', data: { code: 'CONFLICT_STALE' } } });
const unsure = TRPCClientError.from({ error: { code: -32000, message: 'no', data: { code: 'BUSY' } } });
const lost = TRPCClientError.from(new TypeError('Failed to fetch'));

async function idsOf(...tries: [intention: string, outcome: Error | 'done'][]): Promise<string[]> {
  const send = commandIds();
  const ids: string[] = [];
  for (const [intention, outcome] of tries) {
    await send(intention, (id) => {
      ids.push(id);
      return outcome === 'done' ? Promise.resolve() : Promise.reject(outcome);
    }).catch(() => undefined);
  }
  return ids;
}

describe('the id of a command', () => {
  it('stays while the answer is lost, and changes when it was answered', async () => {
    const [first, second, third] = await idsOf(['submit', lost], ['submit', 'done'], ['submit', 'done']);
    expect(second).toBe(first);
    expect(third).not.toBe(second);
  });

  it('stays while the server is too busy to tell', async () => {
    const [first, second] = await idsOf(['submit', unsure], ['submit', 'done']);
    expect(second).toBe(first);
  });

  it('changes after a refusal', async () => {
    const [first, second] = await idsOf(['submit', refused], ['submit', 'done']);
    expect(second).not.toBe(first);
  });

  it('belongs to one intention', async () => {
    const [approve, reject, again] = await idsOf(['approve', lost], ['reject', 'done'], ['approve', 'done']);
    expect(reject).not.toBe(approve);
    expect(again).toBe(approve);
  });
});
