import { z } from 'zod';
import { type FormSchema, formSchemaSchema, type ScalarField, type SubTableField } from '@/forms/schema/schema';
import { allFields } from '@/forms/schema/walk';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const RetiredFieldsInput = z.strictObject({ id: z.uuid() });
export type RetiredFieldsInput = z.infer<typeof RetiredFieldsInput>;

/** A field that left the form with a version; its column and what people wrote are still there. `tableId` is the sub-table of a column. */
export type RetiredField = { field: ScalarField | SubTableField; tableId: string | null; lastNo: number };

/** Fields of earlier versions that the latest one no longer has, as they were drawn last; what left last comes first. */
export async function retiredFields(ctx: Ctx, input: RetiredFieldsInput): Promise<readonly RetiredField[]> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<{ no: number; schema: unknown }>({
    name: 'form_all_versions',
    text: 'select no, schema from portal.form_version where form_id = $1 order by no desc limit 200',
    values: [input.id],
  });
  const versions = rows.map(({ no, schema }): { no: number; schema: FormSchema } => ({ no, schema: formSchemaSchema.parse(schema) }));
  const seen = new Set(versions[0] ? allFields(versions[0].schema).map(({ field }) => field.id) : []);
  return versions.flatMap(({ no, schema }) =>
    allFields(schema).flatMap(({ field, parent }): RetiredField[] => {
      // The columns of a sub-table that left come back with it.
      const withTable = parent !== null && !seen.has(parent.id);
      if (seen.has(field.id) || withTable) return [];
      seen.add(field.id);
      if (field.type === 'subTable') for (const column of field.columns) seen.add(column.id);
      return [{ field, tableId: parent?.id ?? null, lastNo: no }];
    }),
  );
}
