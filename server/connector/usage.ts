import type { LocalText } from '@/lib/json';
import { query } from '@/server/db/client';

/** A process whose service tasks call a connector, or a form whose fields are looked up through it; as published, with what uses it. */
export type ConnectorUse = { kind: 'process' | 'form'; id: string; name: LocalText; parts: readonly LocalText[] };

/** Who uses which connector, by the latest published versions of what is in use; one read, connectors and processes are few. */
export async function connectorUses(): Promise<ReadonlyMap<string, readonly ConnectorUse[]>> {
  const { rows } = await query<{
    connector_id: string;
    kind: 'process' | 'form';
    id: string;
    name_zh: string;
    name_en: string;
    parts: LocalText[];
  }>({
    name: 'connector_uses',
    text: `select e.value -> 'settings' ->> 'connectorId' as connector_id, 'process' as kind, p.id, p.name_zh, p.name_en,
                  jsonb_agg(distinct jsonb_build_object('zh', coalesce(nullif(e.value ->> 'name', ''), e.key), 'en', coalesce(e.value ->> 'nameEn', ''))) as parts
           from portal.process p join portal.process_version v on v.id = p.latest_version_id,
                jsonb_each(v.definition -> 'elements') e
           where p.retired_at is null and e.value ->> 'kind' = 'serviceTask'
           group by 1, p.id
           union all
           select c.field -> 'lookup' ->> 'connectorId', 'form', f.id, f.name_zh, f.name_en,
                  jsonb_agg(distinct c.field -> 'label')
           from portal.form f join portal.form_version v on v.id = f.latest_version_id,
                jsonb_path_query(v.schema, '$.** ? (@.lookup.connectorId.type() == "string")') c (field)
           where f.retired_at is null
           group by 1, f.id
           order by kind desc, name_zh, id`,
    values: [],
  });
  const uses = new Map<string, ConnectorUse[]>();
  for (const row of rows) {
    const use: ConnectorUse = { kind: row.kind, id: row.id, name: { zh: row.name_zh, en: row.name_en }, parts: row.parts };
    uses.set(row.connector_id, [...(uses.get(row.connector_id) ?? []), use]);
  }
  return uses;
}
