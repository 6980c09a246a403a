import { query } from '@/server/db/client';
import { openHeaders } from './headers';

export type Connector = {
  id: string;
  code: string;
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  allowPrivate: boolean;
  timeoutMs: number;
};

/** `unreadable`: its secrets were sealed under another secret of the server, so no call can carry them. */
export type Loaded = { kind: 'ok'; connector: Connector } | { kind: 'missing' } | { kind: 'unreadable' };

/** A connector with its secrets, for calls alone; one that is switched off counts as missing unless it is to be tried out. */
export async function loadConnector(id: string, { evenDisabled = false }: { evenDisabled?: boolean } = {}): Promise<Loaded> {
  const { rows } = await query<{
    id: string;
    code: string;
    base_url: string;
    sealed_headers: string | null;
    allow_private: boolean;
    timeout_ms: number;
  }>({
    name: 'connector_load',
    text: 'select id, code, base_url, sealed_headers, allow_private, timeout_ms from portal.connector where id = $1 and (disabled_at is null or $2)',
    values: [id, evenDisabled],
  });
  const row = rows[0];
  if (!row) return { kind: 'missing' };
  const headers = openHeaders(row.sealed_headers);
  if (!headers) return { kind: 'unreadable' };
  return {
    kind: 'ok',
    connector: {
      id: row.id,
      code: row.code,
      baseUrl: row.base_url,
      headers,
      allowPrivate: row.allow_private,
      timeoutMs: row.timeout_ms,
    },
  };
}
