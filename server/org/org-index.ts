import type { Tx } from '@/server/db/unit-of-work';

export type OrgNoun = 'departments' | 'positions' | 'roles' | 'workGroups' | 'users';
/** Code → id of everything in the organisation; people by their login. */
export type OrgIndex = Readonly<Record<OrgNoun, ReadonlyMap<string, string>>>;

type Row = { noun: OrgNoun; code: string; id: string };

/** Finds the organisation's records by code, for whatever is installed from a template. */
export async function orgIndex(tx: Pick<Tx, 'query'>): Promise<OrgIndex> {
  const { rows } = await tx.query<Row>({
    text: `select 'departments' as noun, code, id from portal.department
           union all select 'positions', code, id from portal.position
           union all select 'roles', code, id from portal.role
           union all select 'workGroups', code, id from portal.work_group
           union all select 'users', lower(login), id from portal."user"`,
  });
  const of = (noun: OrgNoun) => new Map(rows.filter((row) => row.noun === noun).map((row) => [row.code, row.id]));
  return {
    departments: of('departments'),
    positions: of('positions'),
    roles: of('roles'),
    workGroups: of('workGroups'),
    users: of('users'),
  };
}
