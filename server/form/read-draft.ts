import { lintForm, readSchema } from '@/forms/schema/lint';
import { normalizeSchema } from '@/forms/schema/normalize';
import type { FormSchema } from '@/forms/schema/schema';
import { AppError, type Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';

/** The schema that somebody sent, in its canonical form; one that has no form's shape is refused with the place of each problem. */
export function readDraft(input: unknown): FormSchema {
  const normal = normalizeSchema(input as Json);
  const schema = readSchema(normal);
  if (schema) return schema;
  throw refusalOf(lintErrors(normal));
}

/** What stands against publishing, as a refusal names it. */
export function lintErrors(input: unknown): Issue[] {
  return lintForm(input).flatMap((problem) =>
    problem.level === 'error' ? [{ code: problem.code, path: problem.path, params: { ...problem.params } }] : [],
  );
}

/** One refusal that names everything that is wrong, by the code of the first. */
export function refusalOf(issues: readonly Issue[]): AppError {
  const [first] = issues;
  if (!first) return new AppError('FORM_SCHEMA_INVALID');
  return new AppError(first.code, { path: first.path, issues, ...(first.params && { params: first.params }) });
}
