import { compile, type Compiled } from '@/lib/expression/compile';
import { evaluate } from '@/lib/expression/evaluate';
import type { FeelType } from '@/lib/expression/types';
import type { Json } from '@/lib/json';
import { problemAt, type Rule } from '../rule';

/** A condition can tell its answer when a field that may be left empty is empty; otherwise the request would stop there. */
export const emptyCondition: Rule = ({ model, context, names }) => {
  const optional = new Set(context.form?.fields.flatMap((field) => (field.optional && field.parentId === undefined ? [field.key] : [])));
  if (optional.size === 0) return [];
  return [...model.flows.values()].flatMap((flow) => {
    if (!flow.condition || flow.isDefault) return [];
    const compiled = compile(flow.condition, { names, expect: 'boolean' });
    if (!compiled.ok) return [];
    const field = compiled.expression.references.find((name) => optional.has(name) && isLost(compiled.expression, names, name));
    if (field === undefined) return [];
    const source = model.nodes.get(flow.source);
    return [problemAt('conditionMayBeEmpty', flow, { level: 'warning', params: { source: source?.name || flow.source, field } })];
  });
};

// helpers //////////////////////

const NOW = '2026-01-01T00:00:00Z';

/** With something in every field there is an answer, with this one empty there is none. */
function isLost(condition: Compiled, names: Readonly<Record<string, FeelType>>, field: string): boolean {
  const values = Object.fromEntries(Object.entries(names).map(([name, type]) => [name, sample(type)]));
  return answers(condition, values) && !answers(condition, { ...values, [field]: null });
}

function answers(condition: Compiled, values: Readonly<Record<string, Json>>): boolean {
  const result = evaluate(condition, { values, now: NOW });
  return result.ok && result.value !== null;
}

function sample(type: FeelType): Json {
  if (typeof type === 'object') return 'list' in type ? [] : mapped(type.context);
  switch (type) {
    case 'number':
      return '1';
    case 'boolean':
      return true;
    case 'date':
      return '2026-01-01';
    case 'time':
      return '08:00:00';
    case 'dateTime':
      return NOW;
    case 'duration':
      return 'P1D';
    case 'yearsMonths':
      return 'P1M';
    case 'null':
      return null;
    case 'string':
    case 'any':
      return 'x';
  }
}

function mapped(context: Readonly<Record<string, FeelType>>): Json {
  return Object.fromEntries(Object.entries(context).map(([name, type]) => [name, sample(type)]));
}
