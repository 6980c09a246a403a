import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { keysText } from '@/server/search/by-key';

export const ListDepartmentOptionsInput = z.strictObject({});

export type DepartmentOption = {
  id: string;
  code: string;
  name: LocalText;
  parentId: string | null /** What `isFoundBy` looks into. */;
  keys: string;
};

/** Every enabled department, parents before children and siblings in their order: the whole tree, to choose from. */
export async function listDepartmentOptions(
  ctx: Ctx,
  _input: z.infer<typeof ListDepartmentOptionsInput>,
): Promise<readonly DepartmentOption[]> {
  requireUser(ctx);
  const { rows } = await query<{ id: string; code: string; name_zh: string; name_en: string; parent_id: string | null; keys: string }>({
    name: 'org_department_options',
    text: `select d.id, d.code, d.name_zh, d.name_en, d.parent_id, ${keysText([{ kind: 'department', id: 'd.id' }])} as keys
           from portal.department d where d.disabled_at is null order by length(d.path), d.sort_order, d.code limit 10000`,
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    parentId: row.parent_id,
    keys: row.keys,
  }));
}
