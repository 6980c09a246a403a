import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import { encodeXml } from '@/server/bpmn/xml/encoding';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const ExportProcessInput = z.strictObject({ id: z.uuid(), /** null = the draft. */ versionId: z.uuid().nullable() });
export type ExportProcessInput = z.infer<typeof ExportProcessInput>;

/** A model as a file: the bytes that came in when nobody has changed it, settings included. */
export async function exportProcess(ctx: Ctx, input: ExportProcessInput): Promise<{ fileName: string; base64: string }> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{ key: string; no: number | null; xml: string }>({
    name: 'process_export',
    text: `select p.key, v.no, coalesce(v.xml, p.draft_xml) as xml from portal.process p left join portal.process_version v on v.process_id = p.id and v.id = $2
           where p.id = $1 and ($2::uuid is null or v.id is not null)`,
    values: [input.id, input.versionId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return { fileName: `${row.key}${row.no === null ? '' : `-v${row.no}`}.bpmn`, base64: Buffer.from(encodeXml(row.xml)).toString('base64') };
}
