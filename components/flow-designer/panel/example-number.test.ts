import { expect, it } from 'vitest';
import { exampleNumber } from './example-number';

it('shows the day and the first number of a rule, and leaves what it does not know', () => {
  const day = new Date(2026, 0, 9);
  expect(exampleNumber('CC-{yyyy}{mm}{dd}-{seq:4}', day)).toBe('CC-20260109-0001');
  expect(exampleNumber('{yy}/{seq:2} {what}', day)).toBe('26/01 {what}');
});
