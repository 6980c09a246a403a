import type { ExpressionError } from './types';

/** A translator of the `expression` namespace. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const typeParams = new Set(['expected', 'actual', 'left', 'right']);
const featureNames = new Set(['call', 'function']);
/** Codes with a second wording that names what was probably meant. */
const withSuggestion = new Set(['EXPR_UNKNOWN_NAME', 'EXPR_UNKNOWN_FUNCTION', 'EXPR_UNKNOWN_FIELD']);

/** What an error says to a person, in the translator's language. */
export function errorMessage({ code, params }: ExpressionError, translate: Translate): string {
  const words = Object.fromEntries(Object.keys(params).map((name) => [name, wordFor(name, params, translate)]));
  const values =
    code === 'EXPR_ARGUMENT_COUNT'
      ? { ...words, count: params.min === params.max ? String(params.min) : `${params.min}–${params.max}` }
      : words;
  const suffix = withSuggestion.has(code) && params.suggestion !== '' ? '_NEAR' : '';
  return translate(`errors.${code}${suffix}`, values);
}

function wordFor(name: string, params: ExpressionError['params'], translate: Translate): string | number {
  const value = params[name] ?? '';
  if (typeParams.has(name) && typeof value === 'string') return typeWord(value, translate);
  if (name === 'limit') return translate(`limits.${value}`, { max: params.max ?? '' });
  return name === 'feature' && featureNames.has(String(value)) ? translate(`features.${value}`) : value;
}

/** What people call a type. */
export function typeWord(type: string, translate: Translate): string {
  const element = /^list<(.+)>$/.exec(type)?.[1];
  return element === undefined ? translate(`types.${type}`) : translate('types.listOf', { element: typeWord(element, translate) });
}
