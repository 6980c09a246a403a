import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@/lib/errors';
import { isCommonPassword } from './common-passwords';

export const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;

/** argon2id with the library's defaults (19 MiB, 2 passes), about 90 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'));
}

/** Without a stored hash it still takes the time of a real check, so that nobody learns which names exist. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy());
  const matches = await verify(against, password.normalize('NFC')).catch(() => false);
  return stored !== null && matches;
}

/** Refuses what is guessed first. */
export function assertStrongPassword(password: string, login: string, path = 'next'): void {
  const folded = password.normalize('NFKC').toLowerCase();
  const weak =
    [...password].length < PASSWORD_MIN ||
    password.length > PASSWORD_MAX ||
    isCommonPassword(folded) ||
    (login.length > 2 && folded.includes(login.toLowerCase()));
  if (weak) throw new AppError('PASSWORD_WEAK', { path, params: { min: PASSWORD_MIN } });
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  return (decoyHash ??= hash(crypto.randomUUID()));
}
