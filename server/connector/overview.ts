import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { connectorUses } from './usage';

export type ConnectorRow = {
  id: string;
  code: string;
  name: LocalText;
  baseUrl: string;
  disabled: boolean;
  /** Published processes and forms that call it. */
  uses: number;
  lastCall: { at: string; ok: boolean } | null;
};

/** The registered outside systems with who leans on each and how its last call went. */
export async function connectorOverview(ctx: Ctx): Promise<readonly ConnectorRow[]> {
  requirePermission(ctx, 'connector.manage');
  const [{ rows }, uses] = await Promise.all([
    query<{
      id: string;
      code: string;
      name_zh: string;
      name_en: string;
      base_url: string;
      disabled: boolean;
      called_at: string | null;
      ok: boolean | null;
    }>({
      name: 'connector_overview',
      text: `select c.id, c.code, c.name_zh, c.name_en, c.base_url, c.disabled_at is not null as disabled, l.ended_at as called_at, l.ok
             from portal.connector c left join lateral (
               select ended_at, status between 200 and 299 as ok from portal.connector_call where connector_id = c.id and ended_at is not null order by id desc limit 1
             ) l on true order by c.code limit 500`,
      values: [],
    }),
    connectorUses(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    baseUrl: row.base_url,
    disabled: row.disabled,
    uses: uses.get(row.id)?.length ?? 0,
    lastCall: row.called_at === null ? null : { at: row.called_at, ok: row.ok === true },
  }));
}
