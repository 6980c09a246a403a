import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { createForm } from './create';
import { exportForm } from './export';
import { localName } from '@/server/input';

export const DuplicateFormInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  name: localName(100),
});
export type DuplicateFormInput = z.infer<typeof DuplicateFormInput>;

/** A new form that begins as the draft of another one; the two have nothing in common afterwards. */
export async function duplicateForm(ctx: Ctx, input: DuplicateFormInput): Promise<{ id: string; code: string }> {
  requirePermission(ctx, 'form.design');
  const { schema } = await exportForm(ctx, { id: input.id });
  const made = { commandId: input.commandId, name: input.name, schema: { ...schema, title: input.name } };
  return createForm(ctx, made, { verb: 'form.duplicate', request: input });
}
