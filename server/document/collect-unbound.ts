import { query } from '@/server/db/client';

const BATCH = 200;

/** Deletes files that were never bound to a request and are a day old, unless a draft of their uploader still names them. Returns how many. */
export async function collectUnboundDocuments(): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows } = await query<{ deleted: number }>({ name: 'document_collect', text: COLLECT, values: [BATCH] });
    const deleted = rows[0]?.deleted ?? 0;
    total += deleted;
    if (deleted < BATCH) return total;
  }
}

const COLLECT = `
with stale as (
  select d.id from portal.document d
  where d.root_instance_id is null and d.created_at < now() - interval '24 hours'
    and not exists (select from portal.request_draft r where r.user_id = d.uploaded_by and (r.documents @> jsonb_build_array(jsonb_build_object('documentId', d.id)) or r.values::text like '%' || d.id || '%'))
  order by d.created_at limit $1 for update skip locked
),
content as (delete from portal.document_content c using stale where c.document_id = stale.id),
meta as (delete from portal.document d using stale where d.id = stale.id returning d.id)
select count(*)::int as deleted from meta`;
