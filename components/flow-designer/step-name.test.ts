import { expect, it } from 'vitest';
import { stepName } from './step-name';

const word = (kind: string) => `nameless ${kind}`;

it('an element without a name is not called by the id that the canvas gave it', () => {
  expect(stepName('Activity_1n08imf', word)).toBe('nameless activity');
  expect(stepName('部门审批 → Gateway_1im8xjm', word)).toBe('部门审批 → nameless gateway');
});

it('names, and ids that somebody chose, stand as they are', () => {
  expect(stepName('部门审批', word)).toBe('部门审批');
  expect(stepName('Activity_Approve', word)).toBe('Activity_Approve');
});
