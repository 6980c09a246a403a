import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { PersonName } from '@/lib/format/person';
import { requirePermission } from '@/server/auth/require';
import { declareUtf8 } from '@/server/bpmn/xml/encoding';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const ProcessVersionsInput = z.strictObject({ id: z.uuid() });
export type ProcessVersionsInput = z.infer<typeof ProcessVersionsInput>;

export type ProcessVersionItem = {
  id: string;
  no: number;
  note: string;
  publishedAt: string;
  publishedBy: PersonName | null;
  openInstances: number;
};

/** The versions of a process, newest first, with how many instances still run on each. */
export async function processVersions(ctx: Ctx, input: ProcessVersionsInput): Promise<readonly ProcessVersionItem[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{
    id: string;
    no: number;
    note: string;
    published_at: string;
    by_name: string | null;
    by_name_en: string | null;
    open: number;
  }>({
    name: 'process_versions',
    text: `select v.id, v.no, v.note, v.published_at, u.name as by_name, u.name_en as by_name_en, coalesce(o.open, 0) as open
           from portal.process_version v left join portal."user" u on u.id = v.published_by
           left join (select i.version_id, count(*)::int as open from portal.process_instance i where i.process_id = $1 and i.ended_at is null group by i.version_id) o on o.version_id = v.id
           where v.process_id = $1 order by v.no desc limit 200`,
    values: [input.id],
  });
  return rows.map((row) => ({
    id: row.id,
    no: row.no,
    note: row.note,
    publishedAt: row.published_at,
    publishedBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en },
    openInstances: row.open,
  }));
}

export const VersionXmlInput = z.strictObject({ id: z.uuid(), versionId: z.uuid() });
export type VersionXmlInput = z.infer<typeof VersionXmlInput>;

/** The text of a version as it was published, declared as the UTF-8 that it is here; `exportProcess` gives the bytes. */
export async function versionXml(ctx: Ctx, input: VersionXmlInput): Promise<{ no: number; xml: string }> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{ no: number; xml: string }>({
    name: 'process_version_xml',
    text: 'select no, xml from portal.process_version where id = $1 and process_id = $2',
    values: [input.versionId, input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return { no: row.no, xml: declareUtf8(row.xml) };
}
