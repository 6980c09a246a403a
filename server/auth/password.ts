import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@/lib/errors';
import { isCommonPassword } from './common-passwords';

export const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;
const QUICK_KIB = 1024;

/** argon2id with the library's defaults (19 MiB, 2 passes), about 90 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'));
}

/**
 * For a one-time password alone: sixty random bits are out of reach however fast a guess is, and an import makes thousands of them. What
 * a person chooses later is hashed in full.
 */
export function hashOneTimePassword(password: string): Promise<string> {
  return hash(password, { memoryCost: QUICK_KIB, timeCost: 1 });
}

/** Without a stored hash, or with a quick one, it still takes the time of a full check, so that nobody learns which names exist. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const typed = password.normalize('NFC');
  if (stored === null || stored.includes(`$m=${QUICK_KIB},`)) await verify(await decoy(), typed);
  return stored !== null && (await verify(stored, typed).catch(() => false));
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
