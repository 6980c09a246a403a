import { randomInt } from 'node:crypto';

/** Letters and digits that nobody confuses when they are read from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over, good until the first sign-in asks for an own one. */
export function oneTimePassword(): string {
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');
}
