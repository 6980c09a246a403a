import type { LocalText } from '@/lib/json';
import { can, requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export type ConnectorView = { id: string; code: string; name: LocalText; disabled: boolean };

/** The registered outside systems for designers to choose from: their names, not where they are. */
export async function listConnectors(ctx: Ctx): Promise<readonly ConnectorView[]> {
  if (!can(ctx, 'process.design')) requirePermission(ctx, 'connector.manage');
  const { rows } = await query<{ id: string; code: string; name_zh: string; name_en: string; disabled: boolean }>({
    name: 'connector_list',
    text: 'select id, code, name_zh, name_en, disabled_at is not null as disabled from portal.connector order by code limit 500',
    values: [],
  });
  return rows.map((row) => ({ id: row.id, code: row.code, name: { zh: row.name_zh, en: row.name_en }, disabled: row.disabled }));
}
