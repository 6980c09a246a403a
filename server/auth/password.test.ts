import { describe, expect, it } from 'vitest';
import { assertStrongPassword, hashPassword, verifyPassword } from './password';

const check =
  (password: string, login = 'wangmin') =>
  () =>
    assertStrongPassword(password, login);

describe('a new password', () => {
  it.each([
    'short-1',
    'password123',
    'P@ssw0rd2026',
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    '2026-11-21!!',
    'Vermilion2026',
    'admin12345!',
    'abcabcabcabc',
  ])('that is guessed first is refused: %s', (password) => {
    expect(check(password)).toThrow('PASSWORD_WEAK');
  });

  it('with the login name in it is refused, whatever its case or width', () => {
    expect(check('my-WangMin-key')).toThrow('PASSWORD_WEAK');
    expect(check('my-ｗａｎｇｍｉｎ-key')).toThrow('PASSWORD_WEAK');
  });

  it('beyond all measure is refused, so that hashing it costs nothing', () => {
    expect(check(`kT9${'x7-Qm'.repeat(60)}`)).toThrow('PASSWORD_WEAK');
  });

  it.each(['correct horse battery', '春眠不觉晓，处处闻啼鸟', 'Tr4m-line 17 east', 'kT9#mq2Lw8'])(
    'that nobody guesses is taken: %s',
    (password) => {
      expect(check(password)).not.toThrow();
    },
  );
});

describe('a stored password', () => {
  it('is matched however its accents were composed, and by nothing else', async () => {
    // given
    const stored = await hashPassword('caf\u00e9 am See');
    // then
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(stored, 'cafe\u0301 am See')).toBe(true);
    expect(await verifyPassword(stored, 'cafe am See')).toBe(false);
    expect(await verifyPassword(null, 'cafe am See')).toBe(false);
    expect(await verifyPassword('no hash at all', 'cafe am See')).toBe(false);
  });
});
