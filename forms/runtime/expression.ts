import { type Compiled, compile } from '@/lib/expression/compile';
import { evaluate, toJson } from '@/lib/expression/evaluate';
import type { ExpressionError, FeelType, NameSchema } from '@/lib/expression/types';
import type { Json } from '@/lib/json';

/** The moment and place for which a form is computed; browser and server must use the same. */
export type Clock = { now: string; timeZone: string };

export type FormExpression = {
  source: string;
  type: FeelType;
  /** Inputs as deep as they are used: `金额`, `明细.小计`. */
  references: readonly string[];
  /** True for a reference of which only the number of elements matters. */
  countsOnly(reference: string): boolean;
  run(values: Readonly<Record<string, Json>>, clock: Clock): { ok: true; value: Json } | { ok: false; error: ExpressionError };
};

export type Compilation = { ok: true; expression: FormExpression } | { ok: false; errors: readonly ExpressionError[] };

export function compileExpression(source: string, names: NameSchema, expect?: FeelType): Compilation {
  const compiled = compile(source, { names, ...(expect === undefined ? {} : { expect }) });
  return compiled.ok ? { ok: true, expression: wrap(compiled.expression) } : compiled;
}

/** Null when there is no expression or it cannot be compiled: lint has said so before a form is published. */
export function expressionOf(source: string | undefined, names: NameSchema, expect?: FeelType): FormExpression | null {
  if (source === undefined) return null;
  const compiled = compileExpression(source, names, expect);
  return compiled.ok ? compiled.expression : null;
}

function wrap(compiled: Compiled): FormExpression {
  return {
    source: compiled.source,
    type: compiled.type,
    references: compiled.references,
    countsOnly: (reference) => !compiled.program.contents.has(reference),
    run(values, { now, timeZone }) {
      const result = evaluate(compiled, { values, now, timeZone });
      return result.ok ? { ok: true, value: toJson(result.value) } : result;
    },
  };
}
