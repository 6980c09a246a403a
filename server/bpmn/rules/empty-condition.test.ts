import { describe, expect, it } from 'vitest';
import { testForm } from '@/test/checked-model';
import { problemsOf } from '@/test/checked-model';

const branch = (condition: string) => `start s\nuser a\nxor g\nend e\nend n\ns > a\na > g\ng > e default\ng > n [${condition}]`;
const form = {
  ...testForm,
  fields: testForm.fields.map((field) => (field.key === 'amount' || field.key === 'who' ? { ...field, optional: true } : field)),
};
const fieldsLost = async (condition: string) =>
  (await problemsOf(branch(condition), { context: { form } }))
    .filter((problem) => problem.code === 'conditionMayBeEmpty')
    .map((problem) => `${problem.level} ${problem.params.name}: ${problem.params.field}`);

describe('a condition over a field that may be left empty', () => {
  it.each(['amount > 5', 'amount > 5 and reason = "x"', 'not(amount < 5)'])('%s: has no answer then, which is said', async (condition) => {
    expect(await fieldsLost(condition)).toEqual(['warning g → n: amount']);
  });

  it.each([
    'amount != null and amount > 5',
    'amount = null',
    'total > 5',
    'reason = "x"',
    'count(who) > 1',
    'if amount = null then false else amount > 5',
  ])('%s: always has one', async (condition) => {
    expect(await fieldsLost(condition)).toEqual([]);
  });
});
