import { z } from 'zod';
import { type FormChange, diffForms } from '@/forms/schema/diff';
import { formSchemaSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { ordinal } from '@/server/input';

export const FormVersionDiffInput = z.strictObject({
  id: z.uuid(),
  no: ordinal(1),
  /** Default: the version before. */ since: ordinal(1).optional(),
});
export type FormVersionDiffInput = z.infer<typeof FormVersionDiffInput>;

/** What a version of a form changed. The first one changed nothing: it is where the form begins. */
export async function formVersionDiff(
  ctx: Ctx,
  input: FormVersionDiffInput,
): Promise<{ no: number; since: number | null; changes: readonly FormChange[] }> {
  requirePermission(ctx, 'form.design');
  const since = input.since ?? input.no - 1;
  const { rows } = await query<{ no: number; schema: unknown }>({
    name: 'form_version_pair',
    text: 'select no, schema from portal.form_version where form_id = $1 and no = any($2::int[])',
    values: [input.id, [input.no, since]],
  });
  const schemaOf = (no: number) => {
    const row = rows.find((candidate) => candidate.no === no);
    return row ? formSchemaSchema.parse(row.schema) : null;
  };
  const after = schemaOf(input.no);
  if (!after) throw new AppError('NOT_FOUND');
  const before = schemaOf(since);
  if (!before && since > 0) throw new AppError('NOT_FOUND');
  return { no: input.no, since: before ? since : null, changes: before ? diffForms(before, after) : [] };
}
