import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { Outbox } from './outbox';

const refused = TRPCClientError.from({ error: { code: -32000, message: 'no', data: { code: 'CONFLICT_STALE' } } });
const lost = TRPCClientError.from(new TypeError('Failed to fetch'));

describe('commands that go out one after the other', () => {
  it('keep what nobody answered, to be sent again as it was', async () => {
    const outcomes = [lost, 'stored'] as const;
    const sent: string[] = [];
    const outbox = new Outbox((command: string) => {
      const outcome = outcomes[sent.push(command) - 1];
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    });
    await expect(outbox.send('a')).rejects.toBe(lost);
    expect(outbox.unanswered).toBe('a');
    expect(await outbox.send('a')).toBe('stored');
    expect(outbox.unanswered).toBeNull();
  });

  it('are done with what was refused', async () => {
    const outbox = new Outbox(() => Promise.reject(refused));
    await expect(outbox.send('a')).rejects.toBe(refused);
    expect(outbox.unanswered).toBeNull();
  });
});
