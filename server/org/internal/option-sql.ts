import type { Locale } from '@/lib/json';
import { nameOrder } from '@/server/db/name-order';
import type { OrgKind } from '../org-option';

const NAMED = (table: string, detail: string) =>
  `select x.id, x.name_zh, x.name_en, ${detail} as detail_zh, ${detail} as detail_en, x.disabled_at is not null as disabled, x.code as sort
   from portal.${table} x`;

/** id, names, detail and `sort` of every kind of record; people sort by name. */
export const optionSource = (locale: Locale): Record<OrgKind, string> => ({
  user: `select x.id, x.name as name_zh, x.name_en, post.zh as detail_zh, post.en as detail_en, x.disabled_at is not null as disabled, ${nameOrder(locale, 'x')} as sort
         from portal."user" x
         left join lateral (
           select d.name_zh || ' ' || r.name_zh as zh, coalesce(nullif(d.name_en, ''), d.name_zh) || ', ' || coalesce(nullif(r.name_en, ''), r.name_zh) as en
           from portal.post p
           join portal.department d on d.id = p.department_id
           join portal.position r on r.id = p.position_id
           where p.user_id = x.id and p.is_primary
         ) post on true`,
  department: `select x.id, x.name_zh, x.name_en, parent.name_zh as detail_zh, coalesce(nullif(parent.name_en, ''), parent.name_zh) as detail_en,
           x.disabled_at is not null as disabled, x.code as sort
         from portal.department x left join portal.department parent on parent.id = x.parent_id`,
  position: `select x.id, x.name_zh, x.name_en, x.rank::text as detail_zh, x.rank::text as detail_en, x.disabled_at is not null as disabled,
           lpad(x.rank::text, 3, '0') || x.code as sort
         from portal.position x`,
  role: NAMED('role', 'x.code'),
  workGroup: NAMED('work_group', 'x.code'),
});
