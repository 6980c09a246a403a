import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { createForm } from './create';
import { localName } from '@/server/input';

export const ImportFormInput = z.strictObject({ commandId: z.uuid(), /** The content of the file, parsed. */ file: z.unknown() });
export type ImportFormInput = z.infer<typeof ImportFormInput>;

const fileSchema = z.strictObject({
  kind: z.literal('vermilion-form'),
  formatVersion: z.literal(1),
  name: localName(100),
  schema: z.unknown(),
});

/** Makes a new form of an exported one; nothing is published. Its fields keep their ids, which only have to differ within a form. */
export async function importForm(ctx: Ctx, input: ImportFormInput): Promise<{ id: string; code: string }> {
  requirePermission(ctx, 'form.design');
  const file = fileSchema.safeParse(input.file);
  if (!file.success) throw new AppError('FORM_SCHEMA_INVALID', { path: file.error.issues[0]?.path.join('.') ?? '' });
  return createForm(ctx, { commandId: input.commandId, name: file.data.name, schema: file.data.schema });
}
