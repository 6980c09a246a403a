import { z } from 'zod';
import type { Json, LocalText } from '@/lib/json';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idPage, type Page, pageOf } from '@/server/page';
import { requireOperating } from './status';

export const FailedJobsInput = z.strictObject(idPage(30));
export type FailedJobsInput = z.infer<typeof FailedJobsInput>;

export type FailedJob = {
  incidentId: string;
  instanceId: string;
  number: string;
  title: string;
  processName: LocalText;
  elementName: string;
  since: string;
  /** What the outside system, or the call to it, said. */
  error: { [key: string]: Json };
};

/** Calls of outside systems that were given up, newest first; each is an incident that stands open until somebody has it tried again. */
export async function listFailedJobs(ctx: Ctx, input: FailedJobsInput): Promise<Page<FailedJob>> {
  requireOperating(ctx);
  const { rows } = await query<{
    id: string;
    root_instance_id: string;
    number: string;
    title: string;
    name_zh: string;
    name_en: string;
    element_name: string | null;
    created_at: string;
    detail: { [key: string]: Json };
  }>({
    name: 'system_failed_jobs',
    text: `select c.id, c.root_instance_id, i.number, i.title, p.name_zh, p.name_en,
                  coalesce(case when $3 = 'en' then nullif(v.definition -> 'elements' -> c.element_id ->> 'nameEn', '') end,
                           v.definition -> 'elements' -> c.element_id ->> 'name') as element_name, c.created_at, c.detail
           from portal.incident c
           join portal.process_instance i on i.root_instance_id = c.root_instance_id and i.id = c.root_instance_id
           join portal.process p on p.id = c.process_id join portal.process_version v on v.id = i.version_id
           where c.resolved_at is null and c.kind = 'connector' and ($1::uuid is null or c.id < $1)
           order by c.id desc limit $2`,
    values: [input.cursor ?? null, input.limit + 1, ctx.locale],
  });
  return pageOf(
    rows,
    input.limit,
    (row) => ({
      incidentId: row.id,
      instanceId: row.root_instance_id,
      number: row.number,
      title: row.title,
      processName: { zh: row.name_zh, en: row.name_en },
      elementName: row.element_name ?? '',
      since: row.created_at,
      error: isObject(row.detail.error) ? row.detail.error : row.detail,
    }),
    (last) => last.id,
  );
}

// helpers //////////////////////

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
