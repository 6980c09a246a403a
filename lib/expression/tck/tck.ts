import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import { compile } from '../compile';
import { evaluate, toJson } from '../evaluate';
import type { ExpressionErrorCode, FeelType, NameSchema } from '../types';

/** An expression and another one that must come to the same, or the code it is refused with. */
export type Row = readonly [source: string, expected: string];

export type Given = { names?: NameSchema; values?: Record<string, Json>; now?: string; timeZone?: string };

export const NOW = '2026-11-21T04:05:06Z';

type Outcome = { value: Json; isText: boolean } | { refused: ExpressionErrorCode };

/** Runs an expression; text and number look alike in JSON, so what it is comes along. */
export function outcomeOf(source: string, { names = {}, values = {}, now = NOW, timeZone = 'Asia/Shanghai' }: Given = {}): Outcome {
  const compiled = compile(source, { names });
  if (!compiled.ok) return { refused: compiled.errors[0]?.code ?? 'EXPR_SYNTAX' };
  const result = evaluate(compiled.expression, { values, now, timeZone });
  if (!result.ok) return { refused: result.error.code };
  return { value: toJson(result.value), isText: typeof result.value === 'string' };
}

/** One test a row. The suites are named after the folders of the DMN Technology Compatibility Kit, level 3. */
export function suite(name: string, rows: readonly Row[], given: Given = {}): void {
  describe(`${name}`, () => {
    it.each(rows)('%s → %s', (source, expected) => {
      expect(outcomeOf(source, given)).toEqual(expected.startsWith('EXPR_') ? { refused: expected } : outcomeOf(expected, given));
    });
  });
}

/** A value nobody knows the type of: what is refused for literals is null for these. */
export const unknown = (values: Record<string, Json>): Given => ({
  names: Object.fromEntries(Object.keys(values).map((name): [string, FeelType] => [name, 'any'])),
  values,
});
