import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const assign = vi.fn<(address: string) => void>();

/** A page of its own each time: what it knows of leaving begins anew. */
async function page(pathname = '/inbox') {
  vi.resetModules();
  vi.stubGlobal('window', { location: { pathname, search: '?tab=1', assign } });
  return import('./leave');
}

beforeEach(() => assign.mockReset());
afterEach(() => vi.unstubAllGlobals());

describe('a page whose session has ended', () => {
  it('goes to the sign-in once, and remembers where it was', async () => {
    const { leaveToSignIn } = await page();
    leaveToSignIn();
    leaveToSignIn();
    expect(assign.mock.calls).toEqual([['/sign-in?ended=1&callbackUrl=%2Finbox%3Ftab%3D1']]);
  });

  it('stays where it is on the sign-in itself', async () => {
    const { leaveToSignIn } = await page('/sign-in');
    leaveToSignIn();
    expect(assign).not.toHaveBeenCalled();
  });

  it('goes where the signing out leads when the reader signs out here', async () => {
    const { leaveBy, leaveToSignIn } = await page();
    await leaveBy(async () => {
      leaveToSignIn();
      assign('/sign-in?signedOut=1');
    });
    leaveToSignIn();
    expect(assign.mock.calls).toEqual([['/sign-in?signedOut=1']]);
  });

  it('still goes when the signing out failed', async () => {
    const { leaveBy, leaveToSignIn } = await page();
    await expect(leaveBy(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    leaveToSignIn();
    expect(assign).toHaveBeenCalledTimes(1);
  });
});
