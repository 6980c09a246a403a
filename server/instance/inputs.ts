import { z } from 'zod';
import type { Json } from '@/lib/json';
import { writing } from '@/server/input';

/** Parts of inputs that several verbs share. */

/** Values by field key; the form's own rules are checked by the verb. */
export const valuesInput = z.record(z.string().min(1).max(100), z.json());

/** The same, to be kept as they are: nothing that jsonb cannot hold. */
export const storableValuesInput = valuesInput.superRefine((values, ctx) => {
  const code = unstorable(values);
  if (code) ctx.addIssue({ code: 'custom', params: { code } });
});

/** People chosen for activities, by element id. */
export const chosenInput = z.record(z.string().min(1).max(200), z.array(z.uuid()).max(200));

/** Uploaded files to bind, each as a document of one of the process's types. */
export const documentsInput = z.array(z.strictObject({ documentId: z.uuid(), documentTypeId: z.string().min(1).max(40) })).max(100);

/** A comment or a reason. Where it must not be empty, the verb says so (COMMENT_REQUIRED, REASON_REQUIRED): the person then reads what is missing. */
export const writtenText = writing(2000);

export const pageInput = { cursor: z.string().max(300).optional(), limit: z.int().min(1).max(100).default(20) };

function unstorable(value: Json): string | null {
  if (typeof value === 'string')
    return value.includes('\0') ? 'TEXT_CONTROL_CHAR' : /\p{Surrogate}/u.test(value) ? 'TEXT_INVALID_UNICODE' : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, item] of Object.entries(value)) {
    const found = unstorable(key) ?? unstorable(item);
    if (found) return found;
  }
  return null;
}
