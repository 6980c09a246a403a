import { compile } from '@/lib/expression/compile';
import { evaluate, toJson } from '@/lib/expression/evaluate';
import type { ExpressionError, FeelType } from '@/lib/expression/types';
import type { Json } from '@/lib/json';
import type { ExpressionName } from './expression-editor';

export type Check = {
  errors: readonly ExpressionError[];
  /** What it comes to for the sample; null without a sample or while it is broken. */
  result: { value: Json; type: FeelType } | null;
};

export type Subject = {
  names: readonly ExpressionName[];
  expect?: FeelType | undefined;
  sample?: Readonly<Record<string, Json>> | undefined;
};

/** Compiles what stands in the editor and runs it for the sample values. An empty editor is nothing to complain about. */
export function checkExpression(source: string, { names, expect, sample }: Subject): Check {
  if (source.trim() === '') return { errors: [], result: null };
  const schema = Object.fromEntries(names.map(({ name, type }) => [name, type]));
  const compiled = compile(source, { names: schema, ...(expect === undefined ? {} : { expect }) });
  if (!compiled.ok) return { errors: compiled.errors, result: null };
  if (sample === undefined) return { errors: [], result: null };
  const run = evaluate(compiled.expression, { values: sample, now: new Date().toISOString() });
  if (!run.ok) return { errors: [run.error], result: null };
  return { errors: [], result: { value: toJson(run.value), type: compiled.expression.type } };
}
