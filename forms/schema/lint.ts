import { cycles } from './lint/cycles';
import { defaults } from './lint/defaults';
import { expressions } from './lint/expressions';
import { keys } from './lint/keys';
import { formLimits } from './lint/limits';
import { neverShown } from './lint/never-shown';
import { options } from './lint/options';
import { patterns } from './lint/patterns';
import type { FormProblem, FormRule, LintForm } from './lint/problem';
import { ranges } from './lint/ranges';
import { references } from './lint/references';
import { readShape } from './lint/shape';
import { texts } from './lint/texts';
import type { FormSchema } from './schema';
import { isField } from './walk';

export type { FormProblem } from './lint/problem';

const rules: readonly FormRule[] = [
  formLimits,
  keys,
  texts,
  options,
  ranges,
  patterns,
  defaults,
  expressions,
  references,
  cycles,
  neverShown,
];

/** Everything that is wrong with a form, errors first; a form with errors cannot be published. Takes whatever was sent. */
export function lintForm(input: unknown): FormProblem[] {
  const shape = readShape(input);
  if (!shape.ok) return shape.problems;
  const form = placed(shape.schema);
  const found = rules.flatMap((rule) => rule(form));
  return [...found.filter(({ level }) => level === 'error'), ...found.filter(({ level }) => level === 'warning')];
}

/** The schema, read strictly; null when its shape is wrong (lintForm says where). */
export function readSchema(input: unknown): FormSchema | null {
  const shape = readShape(input);
  return shape.ok ? shape.schema : null;
}

function placed(schema: FormSchema): LintForm {
  const sections = schema.sections.map((section, index) => ({ section, path: `sections[${index}]` }));
  const children = sections.flatMap(({ section, path }) =>
    section.children.map((node, index) => ({ node, path: `${path}.children[${index}]` })),
  );
  return {
    schema,
    fields: children.flatMap(({ node, path }) => {
      if (!isField(node)) return [];
      const columns =
        node.type === 'subTable'
          ? node.columns.map((column, index) => ({ field: column, path: `${path}.columns[${index}]`, table: node }))
          : [];
      return [{ field: node, path, table: null }, ...columns];
    }),
    others: [
      ...sections.map(({ section, path }) => ({ node: section, path })),
      ...children.flatMap(({ node, path }) => (isField(node) ? [] : [{ node, path }])),
    ],
  };
}
