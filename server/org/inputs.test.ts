import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personFields } from './inputs';

const person = z.strictObject(personFields);
const withEmail = (email: string) => person.safeParse({ login: 'wangmin', name: '王敏', email });

describe('the mail address of a person', () => {
  it.each(['wangmin@xinghe.example', 'wang.min+flow@mail.xinghe.example', ''])('may be %j', (email) => {
    expect(withEmail(email).success).toBe(true);
  });

  // Each of these has been read by some mailer as another address, or as two.
  it.each([
    '"e@evil.io"@corp.io',
    'a＠corp.io',
    'a@corp.io,b@evil.io',
    'a@corp.io;b@evil.io',
    'a@corp. (x)evil.io',
    'a@corp.io\r\nBcc: b@evil.io',
    'a b@corp.io',
    '<a@corp.io>',
    'a@corp',
    `${'a'.repeat(100_000)}@corp.io`,
  ])('is refused: %.40j', (email) => {
    expect(withEmail(email).success).toBe(false);
  });
});
