import { z } from 'zod';
import type { DefaultContext } from '@/forms/runtime/defaults';
import { requirePermission, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { managerOf } from '@/server/instance/default-context';

export const PreviewApplicantInput = z.strictObject({});

/** The designer as an applicant, so that a preview can show what defaults from the organisation come to. */
export async function previewApplicant(ctx: Ctx): Promise<NonNullable<DefaultContext['applicant']>> {
  requirePermission(ctx, 'form.design');
  const { userId, name } = requireUser(ctx);
  const { rows } = await query<{ department_id: string }>({
    name: 'form_preview_department',
    text: 'select department_id from portal.post where user_id = $1 and is_primary limit 1',
    values: [userId],
  });
  const departmentId = rows[0]?.department_id ?? null;
  return { id: userId, name, departmentId, managerId: await managerOf(userId, departmentId, ctx.now().toISOString()) };
}
