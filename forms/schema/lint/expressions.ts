import type { ExpressionError, FeelType, NameSchema } from '@/lib/expression/types';
import { configOf } from '../../fields/registry';
import { compileExpression } from '../../runtime/expression';
import { namesOf } from '../feel';
import type { Field } from '../schema';
import { type FormProblem, type FormRule, problem } from './problem';

type Expression = { source: string; expect?: FeelType; names: NameSchema; path: string; fieldId: string };

const MISSING: ReadonlySet<ExpressionError['code']> = new Set(['EXPR_UNKNOWN_NAME', 'EXPR_UNKNOWN_FIELD']);

/** Every formula and condition must compile with the names it has, and have the type that its place needs. */
export const expressions: FormRule = ({ fields, others }) => {
  const outer = namesOf(fields.filter(({ table }) => table === null).map(({ field }) => field));
  const all: Expression[] = [
    ...fields.flatMap(({ field, path, table }) =>
      expressionsOf(field).map((own) => ({
        ...own,
        path: `${path}.${own.path}`,
        fieldId: field.id,
        names: { ...outer, ...(table ? namesOf(table.columns) : {}) },
      })),
    ),
    ...others.flatMap(({ node, path }): Expression[] =>
      node.type !== 'divider' && node.visibleWhen
        ? [{ source: node.visibleWhen, expect: 'boolean', names: outer, path: `${path}.visibleWhen`, fieldId: node.id }]
        : [],
    ),
  ];
  return all.flatMap(findings);
};

function findings({ source, expect, names, path, fieldId }: Expression): FormProblem[] {
  const compiled = compileExpression(source, names, expect);
  if (compiled.ok) return [];
  return compiled.errors
    .slice(0, 5)
    .map((error) =>
      problem(
        MISSING.has(error.code) ? 'FORM_REF_BROKEN' : 'FORM_EXPR_INVALID',
        { path, fieldId },
        { ...error.params, reason: error.code, from: error.from, to: error.to },
      ),
    );
}

function expressionsOf(field: Field): { source: string; expect?: FeelType; path: string }[] {
  const condition = (source: string | undefined, path: string) =>
    source === undefined ? [] : [{ source, expect: 'boolean' as const, path }];
  return [
    ...condition(field.visibleWhen, 'visibleWhen'),
    ...condition(field.requiredWhen, 'requiredWhen'),
    ...condition(field.editableWhen, 'editableWhen'),
    ...(field.rules ?? []).flatMap((rule, index) => condition(rule.expression, `rules[${index}].expression`)),
    ...(field.default?.kind === 'expression'
      ? [{ source: field.default.expression, expect: configOf(field).feelType(field), path: 'default.expression' }]
      : []),
    ...(field.type === 'formula' ? [{ source: field.expression, expect: configOf(field).feelType(field), path: 'expression' }] : []),
    ...(field.type === 'date' && field.min !== undefined ? [{ source: field.min, expect: 'date' as const, path: 'min' }] : []),
    ...(field.type === 'date' && field.max !== undefined ? [{ source: field.max, expect: 'date' as const, path: 'max' }] : []),
  ];
}
