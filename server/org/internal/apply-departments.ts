import { newId } from '@/lib/id';
import { writeAudits } from '@/server/audit/write';
import type { Ctx } from '@/server/context';
import type { Tx } from '@/server/db/unit-of-work';
import { writeSearchKeys } from '@/server/search/write-keys';
import type { ImportPlan } from './import-rows';
import type { PlannedDepartment } from './plan-departments';

/** Writes the departments of a plan, then every path anew from the parents; each change is on record. */
export async function applyDepartments(tx: Tx, ctx: Ctx, { steps }: ImportPlan<PlannedDepartment>): Promise<void> {
  const changes = steps
    .filter(({ action }) => action !== 'same')
    .map(({ action, value }) => ({ action, ...value, id: value.id ?? newId() }));
  const data = JSON.stringify(
    changes.map(({ id, action, code, nameZh, nameEn, parent, headId }, n) => ({
      id,
      isNew: action === 'create',
      code,
      nameZh,
      nameEn,
      parent,
      headId,
      n,
    })),
  );
  const rows = `jsonb_to_recordset($1::jsonb) as n(id uuid, "isNew" boolean, code text, "nameZh" text, "nameEn" text, parent text, "headId" uuid, n int)`;
  await tx.query({
    text: `insert into portal.department (id, code, name_zh, name_en, path, head_id, sort_order)
           select n.id, n.code, n."nameZh", n."nameEn", n.id::text, n."headId", (select coalesce(max(sort_order), -1) + 1 from portal.department) + n.n from ${rows} where n."isNew"`,
    values: [data],
  });
  await tx.query({
    text: `update portal.department d set name_zh = n."nameZh", name_en = n."nameEn", head_id = n."headId", parent_id = p.id, rev = d.rev + case when n."isNew" then 0 else 1 end
           from ${rows} left join portal.department p on p.code = n.parent where d.id = n.id`,
    values: [data],
  });
  await tx.query({
    text: `with recursive tree as (
             select id, id::text as path from portal.department where parent_id is null
             union all select d.id, t.path || '/' || d.id from portal.department d join tree t on d.parent_id = t.id
           )
           update portal.department d set path = t.path from tree t where t.id = d.id and d.path <> t.path`,
  });
  const entries = changes.map(({ id, action, before, code, nameZh, nameEn, parent, headId }) => ({
    action: action === 'create' ? 'department.created' : 'department.imported',
    subjectKind: 'department',
    subjectId: id,
    ...(before
      ? { before: { code: before.code, nameZh: before.nameZh, nameEn: before.nameEn, parent: before.parent, headId: before.headId } }
      : {}),
    after: { code, nameZh, nameEn, parent, headId },
  }));
  await writeAudits(tx, ctx, entries);
  await writeSearchKeys(tx);
}
