import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { toAppError, toWireError } from './errors';

const Input = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['a', 'b']),
  note: z.string().min(1).max(3),
  amount: z.number().min(1),
  day: z.iso.date().default('2026-11-21'),
  cursor: z.uuid().optional(),
  lines: z.array(z.strictObject({ price: z.number() })).max(2),
});
const good = { id: '0193a0de-0000-7000-8000-000000000000', kind: 'a', note: 'abc', amount: 1, lines: [{ price: 1 }] };

function refusalOf(input: unknown) {
  const parsed = Input.safeParse(input);
  if (parsed.success) throw new Error('was accepted');
  const { code, path, issues } = toAppError(new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error }));
  return { code, path, issues: issues.map((issue) => `${issue.path} ${issue.code}`) };
}

describe('bad input', () => {
  it.each([
    [{ ...good, id: '1 OR 1=1' }, 'FIELD_FORMAT', 'id'],
    [{ ...good, id: 7 }, 'FIELD_TYPE', 'id'],
    [{ ...good, id: undefined }, 'FIELD_REQUIRED', 'id'],
    [{ ...good, kind: 'c' }, 'FIELD_OPTION', 'kind'],
    [{ ...good, note: 'abcd' }, 'FIELD_LENGTH', 'note'],
    [{ ...good, note: '' }, 'FIELD_REQUIRED', 'note'],
    [{ ...good, amount: 0 }, 'FIELD_RANGE', 'amount'],
    [{ ...good, amount: Number.NaN }, 'FIELD_TYPE', 'amount'],
    [{ ...good, lines: [{ price: 1 }, { price: 'x' }] }, 'FIELD_TYPE', 'lines[1].price'],
    [{ ...good, status: 'done', initiatorId: 'x' }, 'FIELD_UNKNOWN', 'status'],
    [{ ...good, day: '2026-02-30' }, 'FIELD_DATE', 'day'],
    [{ ...good, cursor: 'forged' }, 'CURSOR_INVALID', 'cursor'],
    [{ ...good, cursor: 7 }, 'CURSOR_INVALID', 'cursor'],
    [{ ...good, sort: '(select pg_sleep(5))' }, 'SORT_UNKNOWN', 'sort'],
    ['text', 'BODY_INVALID', undefined],
    [undefined, 'BODY_INVALID', undefined],
  ])('is refused with its code and place: %j', (input, code, path) => {
    expect(refusalOf(input)).toMatchObject({ code, path });
  });

  it('names every finding', () => {
    expect(refusalOf({ ...good, note: 'abcd', x: 1, y: 2 }).issues).toEqual(['note FIELD_LENGTH', 'x FIELD_UNKNOWN', 'y FIELD_UNKNOWN']);
  });
});

describe('on the wire', () => {
  it('a refusal has its text in the reader’s language, its place and its status', () => {
    const error = new AppError('RATE_LIMITED', { params: { minutes: 7 } });
    expect(toWireError(error, 'zh', 'r1')).toMatchObject({
      code: 'RATE_LIMITED',
      message: '尝试太多次，请 7 分钟后再试。',
      httpStatus: 429,
      requestId: 'r1',
    });
    expect(toWireError(error, 'en', 'r1').message).toBe('Too many attempts. Try again in 7 min.');
    const calls = new AppError('RATE_LIMITED', { params: { kind: 'calls', seconds: 46 } });
    expect(toWireError(calls, 'en', 'r1').message).toBe('Too many calls within a minute. Go on in 46 s.');
    expect(toWireError(calls, 'zh', 'r1').message).toBe('一分钟里的请求太多，请 46 秒后再试。');
    const issues = [{ code: 'FIELD_REQUIRED', path: 'lines[0].price' }] as const;
    expect(toWireError(new AppError('FIELD_REQUIRED', { path: 'lines[0].price', issues }), 'en', 'r').issues).toEqual([
      { code: 'FIELD_REQUIRED', path: 'lines[0].price', message: 'Required.' },
    ]);
  });

  it('a bug says nothing of itself', () => {
    // given
    const bug = new Error('password authentication failed for user "vermilion" at 10.0.0.1');
    // then
    for (const thrown of [bug, new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: bug }), 'text', null]) {
      const wire = toWireError(thrown, 'en', 'r1');
      expect(wire).toMatchObject({ code: 'INTERNAL', httpStatus: 500, requestId: 'r1' });
      expect(JSON.stringify(wire)).not.toContain('vermilion');
    }
  });

  it('the refusals of the transport have codes of their own', () => {
    const code = (from: ConstructorParameters<typeof TRPCError>[0]['code']) => toAppError(new TRPCError({ code: from })).code;
    expect(
      ['NOT_FOUND', 'METHOD_NOT_SUPPORTED', 'UNSUPPORTED_MEDIA_TYPE', 'PARSE_ERROR', 'UNAUTHORIZED'].map((from) =>
        code(from as 'NOT_FOUND'),
      ),
    ).toEqual(['NOT_FOUND', 'METHOD_NOT_ALLOWED', 'CONTENT_TYPE', 'BODY_INVALID', 'UNAUTHENTICATED']);
  });

  it('a limit is told with its number, an end before its start as that', () => {
    const text = (code: 'FIELD_LENGTH' | 'FIELD_RANGE', params: Record<string, string | number>) =>
      toWireError(new AppError(code, { params }), 'en', 'r').message;
    expect(text('FIELD_LENGTH', { kind: 'max', max: 40 })).toBe('Too long: at most 40 characters.');
    expect(text('FIELD_RANGE', { kind: 'order' })).toBe('The end cannot be before the start.');
    expect(text('FIELD_RANGE', {})).toBe('Outside the allowed range. Enter another value.');
  });

  it('a text whose values are missing is still a sentence', () => {
    expect(toWireError(new AppError('PASSWORD_WEAK'), 'zh', 'r').message).toMatch(/^密码至少 … 个字符/);
  });
});
