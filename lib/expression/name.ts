import { ExpressionFailure } from './syntax/failure';
import { parse } from './syntax/parse';

const PATTERN = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const MAX_LENGTH = 60;
/** Names that loops and filters bring along and that would hide an input. */
const implicit = new Set(['item', 'partial']);

/** Whether a field can have this name in expressions: letters, digits and `_`, no digit first, no word of the language. */
export function isUsableName(name: string): boolean {
  if (!PATTERN.test(name) || name.length > MAX_LENGTH || implicit.has(name)) return false;
  return readsAsName(name);
}

/** The grammar is asked, so that the list of its words is kept in one place. */
function readsAsName(name: string): boolean {
  try {
    const node = parse(`${name} = x.${name}`, 'expression', []);
    return (
      node.kind === 'compare' &&
      node.left.kind === 'name' &&
      node.left.name === name &&
      node.right.kind === 'path' &&
      node.right.field.name === name
    );
  } catch (error) {
    if (error instanceof ExpressionFailure) return false;
    throw error;
  }
}
