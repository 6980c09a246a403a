/** `__Host-` binds the cookie to this host and https; over plain http a browser would refuse it. */
export function sessionCookie() {
  const secure = (process.env.NEXTAUTH_URL ?? '').startsWith('https://');
  return {
    name: secure ? '__Host-vm-session' : 'vm-session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

export function readCookie(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return decode(pair.slice(at + 1).trim());
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
