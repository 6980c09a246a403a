import type { ExpressionError } from './types';

/** A translator of the `expression` namespace. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const typeParams = new Set(['expected', 'actual', 'left', 'right']);
const featureNames = new Set(['call', 'function']);
/** Codes with a second wording that names what was probably meant. */
const withSuggestion = new Set(['EXPR_UNKNOWN_NAME', 'EXPR_UNKNOWN_FUNCTION', 'EXPR_UNKNOWN_FIELD']);

/** What an error says to a person, in the translator's language. */
export function errorMessage({ code, params }: ExpressionError, translate: Translate): string {
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wordFor(name, value, translate)]));
  const suffix = withSuggestion.has(code) && params.suggestion !== '' ? '_NEAR' : '';
  return translate(`errors.${code}${suffix}`, values);
}

function wordFor(name: string, value: string | number, translate: Translate): string | number {
  if (typeParams.has(name)) return translate(`types.${value}`);
  if (name === 'limit') return translate(`limits.${value}`);
  return name === 'feature' && featureNames.has(String(value)) ? translate(`features.${value}`) : value;
}
