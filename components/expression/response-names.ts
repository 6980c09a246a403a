import type { ExpressionName } from './expression-editor';

/** What an expression over the answer of an outside system may name. */
export const RESPONSE_NAMES: readonly ExpressionName[] = [
  { name: 'response', label: 'JSON', type: 'any' },
  { name: 'status', label: 'HTTP', type: 'number' },
];
