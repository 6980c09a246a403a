import { z } from 'zod';
import { writeCsv } from '@/lib/spreadsheet/csv';
import type { Table } from '@/lib/spreadsheet/table';
import { writeXlsx } from '@/lib/spreadsheet/xlsx';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { type Tx, withTransaction } from '@/server/db/unit-of-work';
import { companyDay } from '@/server/engine/runtime/company-time';
import { transferColumns, transferKinds } from './transfer-columns';

export const ExportTableInput = z.strictObject({
  kind: z.enum(transferKinds),
  format: z.enum(['csv', 'xlsx']),
  /** Only the head and a row of examples, to be filled in. */
  template: z.boolean().default(false),
});
type Input = z.infer<typeof ExportTableInput>;

export type ExportedFile = { name: string; type: string; bytes: Uint8Array };

const TITLES = { users: { zh: '人员', en: 'people' }, departments: { zh: '部门', en: 'departments' } };
const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** All people or departments in use as a sheet that can be imported again, or its template; nothing in it runs in a spreadsheet. */
export async function exportTable(ctx: Ctx, { kind, format, template }: Input): Promise<ExportedFile> {
  requirePermission(ctx, kind === 'users' ? 'user.manage' : 'org.manage');
  const columns = transferColumns[kind].map(({ name }) => name[ctx.locale]);
  const rows = template
    ? [transferColumns[kind].map(({ example }) => example)]
    : await withTransaction(async (tx) => {
        const found = kind === 'users' ? await people(tx) : await departments(tx);
        await writeAudit(tx, ctx, {
          action: 'organisation.exported',
          subjectKind: 'organisation',
          subjectId: kind,
          after: { format, rows: found.length },
        });
        return found;
      });
  const title = TITLES[kind][ctx.locale];
  const table: Table = { columns, rows };
  const name = template ? (ctx.locale === 'zh' ? `${title}导入模板` : `${title}-template`) : `${title}-${companyDay(ctx.now())}`;
  return { name: `${name}.${format}`, type: TYPES[format], bytes: format === 'csv' ? writeCsv(table) : await writeXlsx(table, title) };
}

// helpers //////////////////////

async function people(tx: Tx): Promise<string[][]> {
  const { rows } = await tx.query<{ cells: string[] }>({
    text: `select array[u.login, u.name, u.name_en, coalesce(u.employee_no, ''), coalesce(u.email, ''), coalesce(u.phone, ''),
             coalesce(main.department, ''), coalesce(main.position, ''), coalesce(others.list, '')] as cells
           from portal."user" u
           left join lateral (
             select d.code as department, r.code as position from portal.post p join portal.department d on d.id = p.department_id join portal.position r on r.id = p.position_id
             where p.user_id = u.id and p.is_primary
           ) main on true
           left join lateral (
             select string_agg(d.code || '/' || r.code, '; ' order by r.rank, p.id) as list
             from portal.post p join portal.department d on d.id = p.department_id join portal.position r on r.id = p.position_id where p.user_id = u.id and not p.is_primary
           ) others on true
           where u.disabled_at is null order by lower(u.login) limit ${MOST}`,
  });
  return rows.map(({ cells }) => cells);
}

async function departments(tx: Tx): Promise<string[][]> {
  const { rows } = await tx.query<{ cells: string[] }>({
    text: `select array[d.code, d.name_zh, d.name_en, coalesce(p.code, ''), coalesce(h.login, '')] as cells
           from portal.department d left join portal.department p on p.id = d.parent_id left join portal."user" h on h.id = d.head_id and h.disabled_at is null
           where d.disabled_at is null order by length(d.path), d.sort_order, d.code limit ${MOST}`,
  });
  return rows.map(({ cells }) => cells);
}

/** A larger company exports by way of the database. */
const MOST = 50_000;
