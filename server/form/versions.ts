import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import {
  type PublishedVersion,
  type PublishedVersionRow,
  toPublishedVersion,
  VERSION_AUTHOR,
  VERSION_COLUMNS,
} from '@/server/published-version';

export const FormVersionsInput = z.strictObject({ id: z.uuid() });
export type FormVersionsInput = z.infer<typeof FormVersionsInput>;

/** The versions of a form, newest first. */
export async function formVersions(ctx: Ctx, input: FormVersionsInput): Promise<readonly PublishedVersion[]> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<PublishedVersionRow>({
    name: 'form_versions',
    text: `select ${VERSION_COLUMNS} from portal.form_version v ${VERSION_AUTHOR} where v.form_id = $1 order by v.no desc limit 200`,
    values: [input.id],
  });
  return rows.map(toPublishedVersion);
}
