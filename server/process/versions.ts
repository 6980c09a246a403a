import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import { declareUtf8 } from '@/server/bpmn/xml/encoding';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import {
  type PublishedVersion,
  type PublishedVersionRow,
  toPublishedVersion,
  VERSION_AUTHOR,
  VERSION_COLUMNS,
} from '@/server/published-version';

export const ProcessVersionsInput = z.strictObject({ id: z.uuid() });
export type ProcessVersionsInput = z.infer<typeof ProcessVersionsInput>;

export type ProcessVersionItem = PublishedVersion & { openInstances: number };

/** The versions of a process, newest first, with how many instances still run on each. */
export async function processVersions(ctx: Ctx, input: ProcessVersionsInput): Promise<readonly ProcessVersionItem[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<PublishedVersionRow & { open: number }>({
    name: 'process_versions',
    text: `select ${VERSION_COLUMNS}, coalesce(o.open, 0) as open from portal.process_version v ${VERSION_AUTHOR}
           left join (select i.version_id, count(*)::int as open from portal.process_instance i where i.process_id = $1 and i.ended_at is null group by i.version_id) o on o.version_id = v.id
           where v.process_id = $1 order by v.no desc limit 200`,
    values: [input.id],
  });
  return rows.map((row) => ({ ...toPublishedVersion(row), openInstances: row.open }));
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
