import type { z } from 'zod';
import { type ErrorCode, errorStatus, type Issue } from '@/lib/errors';

type ZodIssue = z.core.$ZodIssue;

/** The findings of an input schema in the vocabulary of the product, each at its path. */
export function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(issue, key)) : [toIssue(issue)],
  );
}

function unknownKey(issue: ZodIssue, key: string): Issue {
  // A list is in one order: whoever asks for another, or for a filter it does not have, is told so.
  const code = issue.path.length === 0 && (key === 'sort' || key === 'filter') ? 'SORT_UNKNOWN' : 'FIELD_UNKNOWN';
  return { code, path: pathOf([...issue.path, key]) };
}

function toIssue(issue: ZodIssue): Issue {
  const path = pathOf(issue.path);
  // Only a list makes its cursors: whatever is wrong with one, it is not one of them.
  if (path === 'cursor') return { code: 'CURSOR_INVALID', path };
  switch (issue.code) {
    case 'invalid_type':
      return { code: codeOfType(issue, path), path };
    case 'too_small':
      // A text of less than one character is none.
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'FIELD_REQUIRED', path };
      return { code: codeOfSize(issue.origin), path, params: { kind: 'min', min: Number(issue.minimum) } };
    case 'too_big':
      return { code: codeOfSize(issue.origin), path, params: { kind: 'max', max: Number(issue.maximum) } };
    case 'invalid_format':
      return { code: issue.format === 'date' || issue.format === 'datetime' ? 'FIELD_DATE' : 'FIELD_FORMAT', path };
    case 'invalid_value':
      return { code: 'FIELD_OPTION', path };
    case 'not_multiple_of':
      return { code: 'FIELD_NUMBER', path };
    case 'custom':
      return { code: codeOfCustom(issue.params), path };
    default:
      return { code: 'FIELD_TYPE', path };
  }
}

/** Nothing where an object was expected is a wrong body; nothing where a field was expected is a missing field. */
function codeOfType(issue: ZodIssue & { code: 'invalid_type' }, path: string): ErrorCode {
  if (path === '') return 'BODY_INVALID';
  return issue.input === undefined && /received undefined/.test(issue.message) ? 'FIELD_REQUIRED' : 'FIELD_TYPE';
}

/** A schema's own check may name its code: `ctx.addIssue({ code: 'custom', params: { code } })`. */
function codeOfCustom(params: Record<string, unknown> | undefined): ErrorCode {
  const code = params?.code;
  return typeof code === 'string' && Object.hasOwn(errorStatus, code) ? (code as ErrorCode) : 'FIELD_RULE';
}

function codeOfSize(origin: string): ErrorCode {
  if (origin === 'string') return 'FIELD_LENGTH';
  return origin === 'array' || origin === 'set' || origin === 'map' ? 'FIELD_LIMIT' : 'FIELD_RANGE';
}

/** `lines[2].price`, as AppError spells paths. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
}
