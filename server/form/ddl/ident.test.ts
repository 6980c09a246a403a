import { describe, expect, it } from 'vitest';
import { alias, ident, literal } from './ident';

describe('names in DDL', () => {
  it('are generated ones only', () => {
    expect(ident('f_bcdfghjk12')).toBe('"f_bcdfghjk12"');
    for (const bad of ['x"; drop table users;--', '', 'A', '1a', '金额', 'a'.repeat(49)])
      expect(() => ident(bad)).toThrow('not a generated name');
  });
  it('quote what a person wrote as a literal', () => {
    expect(literal(`it's "x"; drop`)).toBe(`'it''s "x"; drop'`);
  });
  it('cut an alias at 63 bytes on a character, and keep two of the same apart', () => {
    const taken = new Set<string>();
    const long = '金'.repeat(30);
    expect(Buffer.byteLength(alias(long, 'bcdfghjk12', taken).slice(1, -1))).toBeLessThanOrEqual(63);
    const same = alias(long, 'f_bcdfghjk13_cur', taken).slice(1, -1);
    expect(same).toContain('f_bcdfghjk13_cur');
    expect(Buffer.byteLength(same)).toBeLessThanOrEqual(63);
    expect(alias('a"; drop table x;--', 'bcdfghjk14', taken)).toBe('"a_drop_table_x"');
  });
});
