const KNOWN = new Set(['secret', 'changeme', 'change-me', 'development', 'vermilion', 'nextauth-secret']);

/** In production the process refuses to start with a missing, short or well-known secret, or without its own address. */
export function assertSecrets(env: Readonly<Record<string, string | undefined>> = process.env): void {
  if (env.NODE_ENV !== 'production') return;
  const secret = env.NEXTAUTH_SECRET ?? '';
  if (secret.length < 32 || new Set(secret).size < 8 || KNOWN.has(secret.toLowerCase())) {
    throw new Error('NEXTAUTH_SECRET must be a random text of at least 32 characters (openssl rand -base64 32)');
  }
  if (!URL.canParse(env.NEXTAUTH_URL ?? ''))
    throw new Error('NEXTAUTH_URL must be the address that people open, e.g. https://flow.example.com');
}
