import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const ListDepartmentOptionsInput = z.strictObject({});

export type DepartmentOption = { id: string; code: string; name: LocalText; parentId: string | null };

/** Every enabled department, parents before children and siblings in their order: the whole tree, to choose from. */
export async function listDepartmentOptions(
  ctx: Ctx,
  _input: z.infer<typeof ListDepartmentOptionsInput>,
): Promise<readonly DepartmentOption[]> {
  requireUser(ctx);
  const { rows } = await query<{ id: string; code: string; name_zh: string; name_en: string; parent_id: string | null }>({
    name: 'org_department_options',
    text: `select id, code, name_zh, name_en, parent_id from portal.department where disabled_at is null
           order by length(path), sort_order, code limit 10000`,
  });
  return rows.map((row) => ({ id: row.id, code: row.code, name: { zh: row.name_zh, en: row.name_en }, parentId: row.parent_id }));
}
