import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { PersonName } from '@/lib/format/person';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import { declareUtf8 } from '@/server/bpmn/xml/encoding';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const GetProcessInput = z.strictObject({ id: z.uuid() });
export type GetProcessInput = z.infer<typeof GetProcessInput>;

export type ProcessDetail = {
  id: string;
  key: string;
  name: LocalText;
  icon: string;
  categoryId: string | null;
  xml: string;
  rev: number;
  latestNo: number;
  openInstances: number;
  retired: boolean;
  draftBy: PersonName | null;
  draftAt: string;
};

/** A process with its draft, for its designer. */
export async function getProcess(ctx: Ctx, input: GetProcessInput): Promise<ProcessDetail> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{
    id: string;
    key: string;
    name_zh: string;
    name_en: string;
    icon: string;
    category_id: string | null;
    draft_xml: string;
    draft_rev: number;
    no: number | null;
    open: number;
    retired_at: string | null;
    by_name: string | null;
    by_name_en: string | null;
    draft_at: string;
  }>({
    name: 'process_get',
    text: `select p.id, p.key, p.name_zh, p.name_en, p.icon, p.category_id, p.draft_xml, p.draft_rev, v.no, p.retired_at, u.name as by_name, u.name_en as by_name_en, p.draft_at,
             (select count(*)::int from (select 1 from portal.process_instance i where i.process_id = p.id and i.ended_at is null limit 1000) c) as open
           from portal.process p left join portal.process_version v on v.id = p.latest_version_id left join portal."user" u on u.id = p.draft_by where p.id = $1`,
    values: [input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return {
    id: row.id,
    key: row.key,
    name: { zh: row.name_zh, en: row.name_en },
    icon: row.icon,
    categoryId: row.category_id,
    xml: declareUtf8(row.draft_xml),
    rev: row.draft_rev,
    latestNo: row.no ?? 0,
    openInstances: row.open,
    retired: row.retired_at !== null,
    draftBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en },
    draftAt: row.draft_at,
  };
}
