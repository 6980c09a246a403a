import type { LocalText } from '@/lib/json';
import { can, requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export type ConnectorView = {
  id: string;
  code: string;
  name: LocalText;
  baseUrl: string;
  hasSecrets: boolean;
  allowPrivate: boolean;
  timeoutMs: number;
  disabled: boolean;
  rev: number;
};

/** The registered outside systems, without their secrets; designers see them to choose from. */
export async function listConnectors(ctx: Ctx): Promise<readonly ConnectorView[]> {
  if (!can(ctx, 'process.design')) requirePermission(ctx, 'connector.manage');
  const { rows } = await query<{
    id: string;
    code: string;
    name_zh: string;
    name_en: string;
    base_url: string;
    has_secrets: boolean;
    allow_private: boolean;
    timeout_ms: number;
    disabled_at: string | null;
    rev: number;
  }>({
    name: 'connector_list',
    text: 'select id, code, name_zh, name_en, base_url, sealed_headers is not null as has_secrets, allow_private, timeout_ms, disabled_at, rev from portal.connector order by code limit 500',
    values: [],
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    baseUrl: row.base_url,
    hasSecrets: row.has_secrets,
    allowPrivate: row.allow_private,
    timeoutMs: row.timeout_ms,
    disabled: row.disabled_at !== null,
    rev: row.rev,
  }));
}
