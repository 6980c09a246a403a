import type { Param } from '../builtins/param';
import type { Signature } from '../builtins/define';
import { compilePattern } from '../regex/compile';
import type { CallNode, NameNode } from '../syntax/ast';
import type { Emitter, Typed } from './emitter';
import { elementOf, fits, join, type Type, typeName } from './type';

export type Given = { name: NameNode | null; value: Typed };

/** Where the argument of each parameter is: an index, several for the items of a list, or none. */
export type Choice = { signature: Signature; places: readonly (number | readonly number[] | null)[]; type: Type };

/**
 * The ways to call a function that these arguments allow, best first. More than one remain when types are known only
 * when it runs. Null when there is none, which has been reported then.
 */
export function chooseSignatures(
  node: CallNode,
  signatures: readonly Signature[],
  given: readonly Given[],
  emitter: Emitter,
): readonly Choice[] | null {
  const named = given.some(({ name }) => name !== null);
  const placed = signatures.flatMap((signature) => {
    const places = named ? placeByName(signature.params, given) : placeByOrder(signature.params, given.length);
    return places === null ? [] : [{ signature, places }];
  });
  if (placed.length === 0) return refusePlaces(node, signatures, given, emitter);
  const typed = placed.filter(({ signature, places }) => mismatch(signature.params, places, given) === null);
  const [closest] = placed;
  if (typed.length === 0 && closest !== undefined) {
    const wrong = mismatch(closest.signature.params, closest.places, given);
    if (wrong !== null)
      emitter.refuse('EXPR_ARGUMENT_TYPE', wrong.span, {
        function: node.callee.name,
        parameter: wrong.parameter,
        expected: wrong.expected,
        actual: wrong.actual,
      });
    return null;
  }
  if (!patternsAreSound(typed[0]?.signature.params ?? [], typed[0]?.places ?? [], given, emitter)) return null;
  return typed.map(({ signature, places }) => ({ signature, places, type: resultType(signature, places, given) }));
}

type Places = Choice['places'];

const required = ({ mode }: Param): boolean => mode === 'required' || mode === 'nullable' || mode === 'items';

function placeByOrder(params: readonly Param[], count: number): Places | null {
  const [first] = params;
  if (params.length === 1 && first?.mode === 'items')
    return count === 0 ? null : [count === 1 ? 0 : Array.from({ length: count }, (_, index) => index)];
  if (count < params.filter(required).length || count > params.length) return null;
  return params.map((_, index) => (index < count ? index : null));
}

function placeByName(params: readonly Param[], given: readonly Given[]): Places | null {
  const known = given.every(({ name }) => name !== null && params.some((param) => param.name === name.name));
  const places = params.map((param) => given.findIndex(({ name }) => name?.name === param.name));
  if (!known || params.some((param, index) => required(param) && (places[index] ?? -1) < 0)) return null;
  return places.map((place) => (place < 0 ? null : place));
}

function refusePlaces(node: CallNode, signatures: readonly Signature[], given: readonly Given[], emitter: Emitter): null {
  const params = signatures.flatMap((signature) => signature.params);
  const stranger = given.find(({ name }) => name !== null && !params.some((param) => param.name === name.name));
  if (stranger?.name != null) {
    emitter.refuse('EXPR_ARGUMENT_NAME', stranger.name, { function: node.callee.name, name: stranger.name.name });
    return null;
  }
  const least = Math.min(...signatures.map((signature) => signature.params.filter(required).length));
  const most = Math.max(...signatures.map((signature) => signature.params.length));
  emitter.refuse('EXPR_ARGUMENT_COUNT', node, { function: node.callee.name, min: least, max: most, actual: given.length });
  return null;
}

type Mismatch = { span: Typed['span']; parameter: string; expected: string; actual: string };

function mismatch(params: readonly Param[], places: Places, given: readonly Given[]): Mismatch | null {
  for (const [index, param] of params.entries()) {
    const place = places[index] ?? null;
    for (const at of place === null ? [] : typeof place === 'number' ? [place] : place) {
      const value = given[at]?.value;
      if (value === undefined || takes(param, value.type, typeof place !== 'number')) continue;
      return {
        span: value.span,
        parameter: param.name,
        expected: typeName(expectedType(param, typeof place !== 'number')),
        actual: typeName(value.type),
      };
    }
  }
  return null;
}

function expectedType(param: Param, isItem: boolean): Type {
  const [type = 'any'] = param.types;
  return isItem ? (elementOf(type) ?? type) : type;
}

function takes(param: Param, actual: Type, isItem: boolean): boolean {
  if (isItem) return param.types.some((type) => fits(actual, elementOf(type) ?? type));
  return param.types.some(
    (type) => fits(actual, type) || (elementOf(actual) === null && elementOf(type) !== null && fits(actual, elementOf(type) ?? 'any')),
  );
}

function resultType({ params, result }: Signature, places: Places, given: readonly Given[]): Type {
  if (typeof result !== 'function') return result;
  const typeAt = (index: number): Type => given[index]?.value.type ?? 'any';
  const types = params.map((_, index): Type => {
    const place = places[index] ?? null;
    if (place === null) return 'null';
    return typeof place === 'number' ? typeAt(place) : { list: place.map(typeAt).reduce(join) };
  });
  const literals = params.map((_, index) => {
    const place = places[index];
    return typeof place === 'number' ? given[place]?.value.literal : undefined;
  });
  return result(types, literals);
}

/** A regular expression written out is checked while it is written. */
function patternsAreSound(params: readonly Param[], places: Places, given: readonly Given[], emitter: Emitter): boolean {
  return params.every((param, index) => {
    const place = places[index];
    const argument = param.isPattern && typeof place === 'number' ? given[place]?.value : undefined;
    if (typeof argument?.literal !== 'string' || compilePattern(argument.literal, '') !== null) return true;
    emitter.refuse('EXPR_PATTERN', argument.span, { pattern: argument.literal.slice(0, 40) });
    return false;
  });
}
