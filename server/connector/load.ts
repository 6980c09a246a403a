import { query } from '@/server/db/client';
import { unseal } from './seal';

export type Connector = {
  id: string;
  code: string;
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  allowPrivate: boolean;
  timeoutMs: number;
};

/** A connector with its secrets, for the worker alone; null when it is gone or disabled. */
export async function loadConnector(id: string): Promise<Connector | null> {
  const { rows } = await query<{
    id: string;
    code: string;
    base_url: string;
    sealed_headers: string | null;
    allow_private: boolean;
    timeout_ms: number;
  }>({
    name: 'connector_load',
    text: 'select id, code, base_url, sealed_headers, allow_private, timeout_ms from portal.connector where id = $1 and disabled_at is null',
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    code: row.code,
    baseUrl: row.base_url,
    headers: row.sealed_headers ? (JSON.parse(unseal(row.sealed_headers)) as Record<string, string>) : {},
    allowPrivate: row.allow_private,
    timeoutMs: row.timeout_ms,
  };
}
