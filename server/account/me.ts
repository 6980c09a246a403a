import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/json';
import type { Theme } from '@/lib/preferences';
import { type Permission, type Role, isRole, permissionsOf } from '../auth/permissions';
import { requireUser } from '../auth/require';
import type { Ctx } from '../context';
import { query } from '../db/client';

export type Me = {
  userId: string;
  login: string;
  name: string;
  nameEn: string;
  email: string | null;
  employeeNo: string | null;
  locale: Locale;
  theme: Theme;
  timeZone: string;
  mustChangePassword: boolean;
  roles: Role[];
  permissions: Permission[];
  posts: { departmentZh: string; departmentEn: string; positionZh: string; positionEn: string; isPrimary: boolean }[];
};

type Row = {
  login: string;
  name: string;
  name_en: string;
  email: string | null;
  employee_no: string | null;
  locale: Locale;
  theme: Theme;
  time_zone: string;
  must_change_password: boolean;
  grants: string[];
  posts: Me['posts'];
};

/** The signed-in person: who, where in the organisation, with which rights and preferences. */
export async function me(ctx: Ctx): Promise<Me> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<Row>({
    name: 'account_me',
    text: `select u.login, u.name, u.name_en, u.email, u.employee_no, u.locale, u.theme, u.time_zone, u.must_change_password,
             array(select g."grant" from portal.user_grant g where g.user_id = u.id order by g."grant") as grants,
             coalesce((select jsonb_agg(jsonb_build_object('departmentZh', d.name_zh, 'departmentEn', d.name_en, 'positionZh', p.name_zh,
               'positionEn', p.name_en, 'isPrimary', o.is_primary) order by o.is_primary desc, p.rank, o.id)
               from portal.post o join portal.department d on d.id = o.department_id join portal.position p on p.id = o.position_id
               where o.user_id = u.id), '[]') as posts
           from portal."user" u where u.id = $1`,
    values: [userId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return {
    userId,
    login: row.login,
    name: row.name,
    nameEn: row.name_en,
    email: row.email,
    employeeNo: row.employee_no,
    locale: row.locale,
    theme: row.theme,
    timeZone: row.time_zone,
    mustChangePassword: row.must_change_password,
    roles: row.grants.filter(isRole),
    permissions: [...permissionsOf(row.grants)],
    posts: row.posts,
  };
}
