'use client';

let isLeaving = false;

/** A session that has ended is over in every open page; after the next sign-in the reader comes back to this one. */
export function leaveToSignIn(): void {
  leave('/sign-in', { ended: '1' });
}

/** Whoever still has the password of an administrator makes an own one first. */
export function leaveToNewPassword(): void {
  leave('/new-password', {});
}

/** While the reader signs out here, the end of the session is no news: this page goes where `run` leads, unless that fails. */
export async function leaveBy(run: () => Promise<void>): Promise<void> {
  isLeaving = true;
  try {
    await run();
  } catch (error) {
    isLeaving = false;
    throw error;
  }
}

function leave(path: string, more: Record<string, string>): void {
  if (isLeaving || window.location.pathname === path) return;
  isLeaving = true;
  const back = window.location.pathname + window.location.search;
  window.location.assign(`${path}?${new URLSearchParams({ ...more, callbackUrl: back })}`);
}
