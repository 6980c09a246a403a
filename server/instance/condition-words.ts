import { clauseKindOf } from '@/forms/schema/clause-kind';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { fieldsOf } from '@/forms/schema/walk';
import { type ClauseOperator, readCondition } from '@/lib/expression/simple-condition';
import { formatDecimal, formatPercent } from '@/lib/format/number';
import { type Locale, localText } from '@/lib/json';

/** A condition in words, when it is one that can be made by choosing: by the labels of its fields and options. */
export type ConditionWords = {
  join: 'and' | 'or';
  clauses: readonly { label: string; operator: ClauseOperator | 'yes' | 'no'; values: readonly string[] }[];
};

/** Null for what only the expression itself can say. */
export function conditionWords(source: string, schema: FormSchema | null, locale: Locale): ConditionWords | null {
  if (!schema) return null;
  const fields = new Map(fieldsOf(schema).map((field) => [field.key, field]));
  const kindOf = (name: string) => {
    const field = fields.get(name);
    return field ? clauseKindOf(field) : null;
  };
  const condition = readCondition(source, kindOf);
  if (!condition || condition.clauses.length === 0) return null;
  const clauses = condition.clauses.flatMap(({ name, operator, values }): ConditionWords['clauses'] => {
    const field = fields.get(name);
    if (!field) return [];
    const label = localText(field.label, locale) || name;
    if (clauseKindOf(field) === 'boolean' && operator === 'equal')
      return [{ label, operator: values[0] === 'true' ? 'yes' : 'no', values: [] }];
    return [{ label, operator, values: values.map((value) => valueWords(field, value, locale)) }];
  });
  return { join: condition.join, clauses };
}

// helpers //////////////////////

function valueWords(field: Field, value: string, locale: Locale): string {
  if ('options' in field) {
    const option = field.options.find(({ id }) => id === value);
    return option ? localText(option.label, locale) || value : value;
  }
  if (field.type === 'percentage') return formatPercent(Number(value));
  return clauseKindOf(field) === 'number' ? formatDecimal(value) : value;
}
