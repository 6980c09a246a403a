import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { openHeaders } from './headers';
import { type ConnectorUse, connectorUses } from './usage';

export const GetConnectorInput = z.strictObject({ id: z.uuid() });
export type GetConnectorInput = z.infer<typeof GetConnectorInput>;

export type ConnectorDetail = {
  id: string;
  code: string;
  name: LocalText;
  baseUrl: string;
  allowPrivate: boolean;
  timeoutMs: number;
  disabled: boolean;
  rev: number;
  /** Names alone; null when they can no longer be opened and have to be typed in again. */
  headerNames: readonly string[] | null;
  uses: readonly ConnectorUse[];
};

/** One connector as its administrator sees it: everything but the values of its secrets. */
export async function getConnector(ctx: Ctx, { id }: GetConnectorInput): Promise<ConnectorDetail> {
  requirePermission(ctx, 'connector.manage');
  const { rows } = await query<{
    code: string;
    name_zh: string;
    name_en: string;
    base_url: string;
    sealed_headers: string | null;
    allow_private: boolean;
    timeout_ms: number;
    disabled: boolean;
    rev: number;
  }>({
    name: 'connector_get',
    text: 'select code, name_zh, name_en, base_url, sealed_headers, allow_private, timeout_ms, disabled_at is not null as disabled, rev from portal.connector where id = $1',
    values: [id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const headers = openHeaders(row.sealed_headers);
  return {
    id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    baseUrl: row.base_url,
    allowPrivate: row.allow_private,
    timeoutMs: row.timeout_ms,
    disabled: row.disabled,
    rev: row.rev,
    headerNames: headers && Object.keys(headers),
    uses: (await connectorUses()).get(id) ?? [],
  };
}
