'use client';
import { leaveBy } from './leave';

export type SignInResult = { ok: true } | { ok: false; code: string; minutes: number };

/** Hands name and password to the server; the cookie comes back with the answer. */
export async function signIn(login: string, password: string): Promise<SignInResult> {
  const url = await post('callback/credentials', { login, password });
  const error = url && new URL(url, window.location.origin).searchParams.get('error');
  if (!error) return { ok: true };
  const [code = 'INTERNAL', minutes = ''] = error.split(':');
  return { ok: false, code, minutes: Number(minutes) || 1 };
}

/** Ends the session on the server, then leaves. */
export function signOut(): Promise<void> {
  return leaveBy(async () => {
    await post('signout', {});
    window.location.assign('/sign-in?signedOut=1');
  });
}

async function post(action: string, fields: Record<string, string>): Promise<string | null> {
  const csrf = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, callbackUrl: '/', json: 'true' }),
  });
  const answer = (await response.json()) as { url?: string };
  return answer.url ?? null;
}
