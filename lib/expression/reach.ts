import { propertiesOf } from './check/property-type';
import { elementOf, fieldsOf, publicType, type Type } from './check/type';
import type { FeelType, NameSchema } from './types';

type Named = readonly (readonly [name: string, type: FeelType])[];

const PATH = /([\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*)/u;
const MEMBER = new RegExp(`${PATH.source}(?:\\s*\\[[^\\]]*\\])?\\s*[.。．]\\s*$`, 'u');
const FILTER = new RegExp(`${PATH.source}\\s*[\\[［【]$`, 'u');

/** What may follow a dot at the end of an unfinished text: null when it ends in no dot, or nobody knows. */
export function memberNames(before: string, names: NameSchema): Named | null {
  const path = MEMBER.exec(before)?.[1];
  if (path === undefined) return /[.。．]\s*$/.test(before) && !/\.\.\s*$/.test(before) ? [] : null;
  const type = typeOfPath(path, names);
  return type === null ? [] : entriesOf(propertiesOf(type) ?? {});
}

/** The columns of the row an unfinished text is about: inside `明细[` those of 明细. */
export function namesInReach(before: string, names: NameSchema): { row: Named } {
  const open = openBracket(before);
  const path = open < 0 ? undefined : FILTER.exec(before.slice(0, open + 1))?.[1];
  const type = path === undefined ? null : typeOfPath(path, names);
  return { row: type === null ? [] : entriesOf(fieldsOf(elementOf(type) ?? type) ?? {}) };
}

const entriesOf = (fields: Readonly<Record<string, Type>>): Named => Object.entries(fields).map(([name, type]) => [name, publicType(type)]);

function typeOfPath(path: string, names: NameSchema): Type | null {
  let fields: Readonly<Record<string, Type>> = names;
  let type: Type | null = null;
  for (const name of path.split('.').map((part) => part.trim())) {
    type = Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
    if (type === null) return null;
    fields = propertiesOf(type) ?? {};
  }
  return type;
}

/** The last square bracket that is still open. */
function openBracket(before: string): number {
  let closed = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const character = before.charAt(index);
    if (']］】'.includes(character)) closed += 1;
    else if ('[［【'.includes(character)) {
      if (closed === 0) return index;
      closed -= 1;
    }
  }
  return -1;
}
