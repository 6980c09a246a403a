'use client';

/** A session that has ended is over in every open page; after the next sign-in the reader comes back to this one. */
export function leaveToSignIn(): void {
  leave('/sign-in', { ended: '1' });
}

/** Whoever still has the password of an administrator makes an own one first. */
export function leaveToNewPassword(): void {
  leave('/new-password', {});
}

function leave(path: string, more: Record<string, string>): void {
  if (window.location.pathname === path) return;
  const back = window.location.pathname + window.location.search;
  window.location.assign(`${path}?${new URLSearchParams({ ...more, callbackUrl: back })}`);
}
