import { AppError } from '@/lib/errors';
import { localText } from '@/lib/json';
import { Lru } from '@/lib/lru';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { queryTogether } from '@/server/db/together';
import { companyDay } from '@/server/engine/runtime/company-time';
import { getVersion, type ProcessVersion } from '@/server/engine/runtime/definitions';
import { latestOrganisation } from '@/server/engine/runtime/kept-states';
import { startReading, type StartReading } from '@/server/engine/runtime/load';
import { mayStart, membershipsOf } from './memberships';
import type { DepartmentView, ProcessView } from './views';

export type Startable = {
  process: ProcessView;
  version: ProcessVersion;
  departments: readonly (DepartmentView & { primary: boolean })[];
  reading: StartReading;
};

/** By process, person and day; a group's dates begin and end with days. */
const kept = new Lru<Startable>(5_000);

type Row = Omit<StartReading, 'isKept'> & {
  id: string;
  key: string;
  name_zh: string;
  name_en: string;
  icon: string;
  latest_version_id: string;
  is_retired: boolean;
  departments: { id: string; zh: string; en: string; primary: boolean }[] | null;
};

/** The published process that the person may start, with its latest version. For anybody else it does not exist; who could start it is told when it is retired. `instanceId` is that of the request to be started. */
export async function requireStartable(ctx: Ctx, processId: string, instanceId: string | null = null): Promise<Startable> {
  const { userId } = requireUser(ctx);
  const { rows } = await queryTogether<Row>({
    name: 'process_startable',
    text: `select p.id, p.key, p.name_zh, p.name_en, p.icon, p.latest_version_id, p.retired_at is not null as is_retired,
             (select json_agg(json_build_object('id', d.id, 'zh', d.name_zh, 'en', d.name_en, 'primary', o.is_primary) order by o.is_primary desc, d.path)
              from (select department_id, bool_or(is_primary) as is_primary from portal.post where user_id = $2 group by department_id) o
              join portal.department d on d.id = o.department_id and d.disabled_at is null) as departments,
             ${startReading('$3')}
           from portal.process p where p.id = $1 and p.latest_version_id is not null`,
    values: [processId, userId, instanceId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const version = await getVersion(row.latest_version_id);
  const { starter } = version.definition.settings;
  if (starter.kind !== 'everyone' && !mayStart(starter, await membershipsOf(userId, companyDay(ctx.now()))))
    throw new AppError('NOT_FOUND');
  if (row.is_retired)
    throw new AppError('PROCESS_RETIRED', { params: { name: localText({ zh: row.name_zh, en: row.name_en }, ctx.locale) } });
  const startable = {
    process: { id: row.id, key: row.key, name: { zh: row.name_zh, en: row.name_en }, icon: row.icon },
    version,
    reading: { isStarted: row.isStarted, organisation: row.organisation, isKept: false },
    departments: (row.departments ?? []).map(({ id, zh, en, primary }) => ({ id, name: { zh, en }, primary })),
  };
  kept.set(keyOf(ctx, processId), startable);
  return startable;
}

/**
 * What was read for this person before, as when the form was opened, while the organisation is as it was then. Nothing but a written start may come of it: its
 * write looks whether the process still is as it was, and whether the request has been started before (docs/adr/0014).
 */
export function keptStartable(ctx: Ctx, processId: string): Startable | null {
  const startable = kept.get(keyOf(ctx, processId));
  if (!startable || startable.reading.organisation !== latestOrganisation()) return null;
  return { ...startable, reading: { isStarted: false, organisation: startable.reading.organisation, isKept: true } };
}

function keyOf(ctx: Ctx, processId: string): string {
  return `${processId} ${requireUser(ctx).userId} ${companyDay(ctx.now())}`;
}

/** The department a request belongs to: one of the applicant's own, the primary one by default. */
export function departmentFor({ departments }: Pick<Startable, 'departments'>, departmentId: string | undefined): string | null {
  if (departmentId === undefined) return departments[0]?.id ?? null;
  if (!departments.some((department) => department.id === departmentId)) throw new AppError('FIELD_REF', { path: 'departmentId' });
  return departmentId;
}
