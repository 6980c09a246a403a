import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { constraintOf, sqlState } from '@/server/db/sql-error';
import type { Tx } from '@/server/db/unit-of-work';
import { idempotent } from '@/server/idempotent';
import { baseUrlFault } from './base-url';
import { changedHeaders, type HeaderChanges, headerChangesSchema } from './headers';
import { line, rev } from '@/server/input';

export const SaveConnectorInput = z.strictObject({
  commandId: z.uuid(),
  /** Absent = a new one. */
  id: z.uuid().optional(),
  rev: rev.optional(),
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/),
  nameZh: line(100, 1),
  nameEn: line(100).default(''),
  baseUrl: line(500, 1),
  headers: headerChangesSchema.optional(),
  allowPrivate: z.boolean(),
  timeoutMs: z.int().min(100).max(60_000),
});
export type SaveConnectorInput = z.infer<typeof SaveConnectorInput>;

/** Registers an outside system, or changes one. Secrets go in sealed and never come out to a browser, nor into the audit log. */
export async function saveConnector(ctx: Ctx, input: SaveConnectorInput): Promise<{ id: string }> {
  requirePermission(ctx, 'connector.manage');
  const fault = baseUrlFault(input.baseUrl, input);
  if (fault) throw new AppError('ADDRESS_REFUSED', { path: 'baseUrl', params: { reason: fault } });
  return idempotent(ctx, 'connector.save', input, async (tx) => {
    const id = input.id ?? newId();
    const before = input.id ? await locked(tx, input.id, input.rev) : null;
    const sealed = input.headers ? changedHeaders(before?.sealed_headers ?? null, input.headers) : (before?.sealed_headers ?? null);
    const values = [id, input.code, input.nameZh, input.nameEn, input.baseUrl, sealed, input.allowPrivate, input.timeoutMs];
    try {
      await tx.query(before ? { name: 'connector_update', text: UPDATE, values } : { name: 'connector_insert', text: INSERT, values });
    } catch (error) {
      if (sqlState(error) === '23505' && constraintOf(error)?.includes('code')) throw new AppError('NAME_TAKEN', { path: 'code' });
      throw error;
    }
    await writeAudit(tx, ctx, {
      action: before ? 'connector.changed' : 'connector.registered',
      subjectKind: 'connector',
      subjectId: id,
      ...(before ? { before: before.shown } : {}),
      after: {
        code: input.code,
        name: input.nameZh,
        baseUrl: input.baseUrl,
        allowPrivate: input.allowPrivate,
        timeoutMs: input.timeoutMs,
        ...(input.headers ? { headers: wordsOf(input.headers) } : {}),
      },
    });
    return { id };
  });
}

// helpers //////////////////////

const INSERT =
  'insert into portal.connector (id, code, name_zh, name_en, base_url, sealed_headers, allow_private, timeout_ms) values ($1, $2, $3, $4, $5, $6, $7, $8)';
const UPDATE =
  'update portal.connector set code = $2, name_zh = $3, name_en = $4, base_url = $5, sealed_headers = $6, allow_private = $7, timeout_ms = $8, rev = rev + 1 where id = $1';

async function locked(tx: Tx, id: string, rev: number | undefined): Promise<{ sealed_headers: string | null; shown: Json }> {
  const { rows } = await tx.query<{ rev: number; sealed_headers: string | null; shown: Json }>({
    name: 'connector_lock',
    text: `select rev, sealed_headers, json_build_object('code', code, 'name', name_zh, 'baseUrl', base_url, 'allowPrivate', allow_private, 'timeoutMs', timeout_ms) as shown
           from portal.connector where id = $1 for update`,
    values: [id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  if (row.rev !== rev) throw new AppError('CONFLICT_STALE');
  return row;
}

/** Which secrets were touched, never their values. */
function wordsOf(changes: HeaderChanges): Json {
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value === null ? 'removed' : 'set']));
}
