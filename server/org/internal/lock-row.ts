import { AppError } from '@/lib/errors';
import type { Tx } from '@/server/db/unit-of-work';

const TABLES = {
  department: 'portal.department',
  position: 'portal.position',
  role: 'portal.role',
  workGroup: 'portal.work_group',
  user: 'portal."user"',
} as const;

export type Lockable = keyof typeof TABLES;

/** Takes the record for this transaction as it is now, and refuses when it is not the revision that the person saw. */
export async function lockRow<Row extends { rev: number }>(tx: Tx, kind: Lockable, id: string, rev?: number): Promise<Row> {
  const { rows } = await tx.query<Row>({ text: `select * from ${TABLES[kind]} where id = $1 for update`, values: [id] });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND', { params: { kind } });
  if (rev !== undefined && row.rev !== rev) throw new AppError('CONFLICT_STALE', { params: { rev: row.rev } });
  return row;
}

export function tableOf(kind: Lockable): string {
  return TABLES[kind];
}

export type DepartmentRow = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  parent_id: string | null;
  path: string;
  sort_order: number;
  head_id: string | null;
  disabled_at: string | null;
  rev: number;
};
export type PositionRow = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  rank: number;
  disabled_at: string | null;
  rev: number;
};
export type RoleRow = { id: string; code: string; name_zh: string; name_en: string; disabled_at: string | null; rev: number };
export type WorkGroupRow = RoleRow & { starts_on: string | null; ends_on: string | null };
export type UserRow = {
  id: string;
  login: string;
  email: string | null;
  employee_no: string | null;
  name: string;
  name_en: string;
  phone: string | null;
  disabled_at: string | null;
  rev: number;
};
