import { describe, expect, it } from 'vitest';
import { Mailbox } from './mailbox';

describe('the mail server of the tests', () => {
  it('says that its port is taken instead of waiting for ever', async () => {
    const first = await Mailbox.open();
    const port = Number(new URL(first.url).port);

    await expect(Mailbox.open(port)).rejects.toThrow('EADDRINUSE');

    await first.goAway();
  });
});
