import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { constraintOf, sqlState } from '@/server/db/sql-error';
import { idempotent } from '@/server/idempotent';
import { baseUrlFault } from './base-url';
import { seal } from './seal';

/** Headers that the call itself sets. */
const RESERVED = new Set([
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'idempotency-key',
  'proxy-authorization',
]);
const headerName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
  .refine((name) => !RESERVED.has(name.toLowerCase()));

export const SaveConnectorInput = z.strictObject({
  commandId: z.uuid(),
  /** Absent = a new one. */
  id: z.uuid().optional(),
  rev: z.int().min(1).optional(),
  code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: z.strictObject({ zh: z.string().trim().min(1).max(100), en: z.string().trim().max(100) }),
  baseUrl: z.string().min(1).max(500),
  /** New secret headers; absent = those stored stay. */
  headers: z
    .record(
      headerName,
      z
        .string()
        .max(4000)
        .regex(/^[\t\x20-\x7e]*$/),
    )
    .optional(),
  allowPrivate: z.boolean(),
  timeoutMs: z.int().min(100).max(60_000),
});
export type SaveConnectorInput = z.infer<typeof SaveConnectorInput>;

/** Registers an outside system, or changes one. Secrets go in sealed and never come out to a browser, nor into the audit log. */
export async function saveConnector(ctx: Ctx, input: SaveConnectorInput): Promise<{ id: string }> {
  requirePermission(ctx, 'connector.manage');
  const fault = baseUrlFault(input.baseUrl, input);
  if (fault) throw new AppError('FIELD_FORMAT', { path: 'baseUrl', params: { reason: fault } });
  return idempotent(ctx, 'connector.save', input, async (tx) => {
    const id = input.id ?? newId();
    const sealed = input.headers ? seal(JSON.stringify(input.headers)) : null;
    const values = [id, input.code, input.name.zh, input.name.en, input.baseUrl, sealed, input.allowPrivate, input.timeoutMs];
    try {
      if (!input.id) {
        await tx.query({
          name: 'connector_insert',
          text: 'insert into portal.connector (id, code, name_zh, name_en, base_url, sealed_headers, allow_private, timeout_ms) values ($1, $2, $3, $4, $5, $6, $7, $8)',
          values,
        });
      } else {
        const { rowCount } = await tx.query({
          name: 'connector_update',
          text: `update portal.connector set code = $2, name_zh = $3, name_en = $4, base_url = $5, sealed_headers = coalesce($6, sealed_headers), allow_private = $7, timeout_ms = $8, rev = rev + 1
                 where id = $1 and rev = $9`,
          values: [...values, input.rev ?? 0],
        });
        if (rowCount === 0) throw new AppError('CONFLICT_STALE');
      }
    } catch (error) {
      if (sqlState(error) === '23505' && constraintOf(error)?.includes('code')) throw new AppError('NAME_TAKEN', { path: 'code' });
      throw error;
    }
    await writeAudit(tx, ctx, {
      action: input.id ? 'connector.changed' : 'connector.registered',
      subjectKind: 'connector',
      subjectId: id,
      after: { code: input.code, baseUrl: input.baseUrl, allowPrivate: input.allowPrivate, headers: Object.keys(input.headers ?? {}) },
    });
    return { id };
  });
}

export const DisableConnectorInput = z.strictObject({ commandId: z.uuid(), id: z.uuid(), disabled: z.boolean() });
export type DisableConnectorInput = z.infer<typeof DisableConnectorInput>;

/** Switches a connector off (its calls become incidents) or on again. */
export function disableConnector(ctx: Ctx, input: DisableConnectorInput): Promise<{ id: string }> {
  requirePermission(ctx, 'connector.manage');
  return idempotent(ctx, 'connector.disable', input, async (tx) => {
    const { rowCount } = await tx.query({
      name: 'connector_disable',
      text: 'update portal.connector set disabled_at = case when $2 then now() end, rev = rev + 1 where id = $1',
      values: [input.id, input.disabled],
    });
    if (rowCount === 0) throw new AppError('NOT_FOUND');
    await writeAudit(tx, ctx, {
      action: input.disabled ? 'connector.disabled' : 'connector.enabled',
      subjectKind: 'connector',
      subjectId: input.id,
    });
    return { id: input.id };
  });
}
