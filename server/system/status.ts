import { requirePermission, can } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { isMigrated } from '@/server/db/migrate';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { NODE_PREFIX, nodeName } from '@/server/node-name';
import { companyName } from '@/server/shell/company';
import packageJson from '@/package.json';

/** Work that is due and not yet done: how much (capped), and since when the oldest waits. */
export type Queue = { count: number; more: boolean; oldestAt: string | null };

export type SystemStatus = {
  version: string;
  /** The node that answered. */
  node: { name: string; runtime: string; startedAt: string };
  /** Nodes that hold connections to the database at this moment. */
  nodes: readonly { name: string; connections: number; since: string }[];
  database: { version: string; bytes: number; migrations: number; migratedAt: string | null; isCurrent: boolean };
  queues: { jobs: Queue; timers: Queue; outbox: Queue; mails: Queue };
  failed: { jobs: number; mails: number };
  company: { name: string; timeZone: string };
  /** What of all this somebody should look at. */
  troubles: readonly Trouble[];
};

export type Trouble = 'schema' | 'jobsLate' | 'timersLate' | 'outboxLate' | 'mailsLate' | 'jobsFailed' | 'mailsFailed';

const CAP = 1_000;
/** A queue whose oldest entry has waited so long is not being worked off. */
const LATE_SECONDS = 120;

/** What a system administrator or operator wants to know first: does everything run, and what does not. */
export async function systemStatus(ctx: Ctx): Promise<SystemStatus> {
  requireOperating(ctx);
  const [{ rows }, isCurrent, name] = await Promise.all([
    query<{ result: Raw }>({ name: 'system_status', text: STATEMENT, values: [CAP, NODE_PREFIX] }),
    isMigrated(),
    companyName(ctx.locale),
  ]);
  const raw = rows[0]?.result;
  if (!raw) throw new Error('the status statement gave no row');
  const queues = { jobs: queueOf(raw.jobs), timers: queueOf(raw.timers), outbox: queueOf(raw.outbox), mails: queueOf(raw.mails) };
  const isLate = ({ oldestAt }: Queue) => oldestAt !== null && Date.parse(raw.now) - Date.parse(oldestAt) > LATE_SECONDS * 1_000;
  const troubles: readonly (Trouble | false)[] = [
    !isCurrent && 'schema',
    isLate(queues.jobs) && 'jobsLate',
    isLate(queues.timers) && 'timersLate',
    isLate(queues.outbox) && 'outboxLate',
    isLate(queues.mails) && 'mailsLate',
    raw.failed_jobs > 0 && 'jobsFailed',
    raw.failed_mails > 0 && 'mailsFailed',
  ];
  return {
    version: packageJson.version,
    node: {
      name: nodeName(),
      runtime: `Node ${process.versions.node}`,
      startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    },
    nodes: raw.nodes ?? [],
    database: {
      version: raw.version,
      bytes: raw.bytes,
      migrations: raw.migrations,
      migratedAt: raw.migrated_ms === null ? null : new Date(raw.migrated_ms).toISOString(),
      isCurrent,
    },
    queues,
    failed: { jobs: raw.failed_jobs, mails: raw.failed_mails },
    company: { name, timeZone: companyTimeZone() },
    troubles: troubles.filter((trouble) => trouble !== false),
  };
}

/** For those who run the installation. */
export function requireOperating(ctx: Ctx): void {
  if (!can(ctx, 'job.operate')) requirePermission(ctx, 'system.manage');
}

// helpers //////////////////////

type RawQueue = { count: number; oldest: string | null };
type Raw = {
  now: string;
  version: string;
  bytes: number;
  migrations: number;
  migrated_ms: number | null;
  nodes: { name: string; connections: number; since: string }[] | null;
  jobs: RawQueue;
  timers: RawQueue;
  outbox: RawQueue;
  mails: RawQueue;
  failed_jobs: number;
  failed_mails: number;
};

/** Every count ends at the cap, and every set is one that a partial index holds. */
const STATEMENT = `
with jobs as (select b.run_at as since from portal.job b join portal.process_instance i on i.root_instance_id = b.root_instance_id and i.id = b.root_instance_id
         where b.status = 'ready' and b.run_at <= now() and (b.lease_until is null or b.lease_until < now()) and i.status = 'running' order by b.run_at limit $1 + 1),
timers as (select t.due_at as since from portal.timer t join portal.process_instance i on i.root_instance_id = t.root_instance_id and i.id = t.root_instance_id
           where t.due_at <= now() and i.status = 'running' order by t.due_at limit $1 + 1),
outbox as (select created_at as since from portal.outbox order by id limit $1 + 1),
mails as (select run_at as since from portal.mail where status = 'ready' and run_at <= now() and (lease_until is null or lease_until < now()) order by run_at limit $1 + 1)
select json_build_object(
  'now', now(),
  'version', current_setting('server_version'),
  'bytes', pg_database_size(current_database()),
  'migrations', (select count(*)::int from portal_migrations.applied),
  'migrated_ms', (select max(created_at) from portal_migrations.applied),
  'nodes', (select json_agg(json_build_object('name', name, 'connections', connections, 'since', since) order by since)
            from (select substr(application_name, length($2) + 1) as name, count(*)::int as connections, min(backend_start) as since
                  from pg_stat_activity where datname = current_database() and starts_with(application_name, $2) group by 1) n),
  'jobs', (select json_build_object('count', count(*)::int, 'oldest', min(since)) from jobs),
  'timers', (select json_build_object('count', count(*)::int, 'oldest', min(since)) from timers),
  'outbox', (select json_build_object('count', count(*)::int, 'oldest', min(since)) from outbox),
  'mails', (select json_build_object('count', count(*)::int, 'oldest', min(since)) from mails),
  'failed_jobs', (select count(*)::int from (select from portal.incident where resolved_at is null and kind = 'connector' limit $1) f),
  'failed_mails', (select count(*)::int from (select from portal.mail where status = 'dead' limit $1) f)
) as result`;

function queueOf({ count, oldest }: RawQueue): Queue {
  return { count: Math.min(count, CAP), more: count > CAP, oldestAt: oldest === null ? null : new Date(oldest).toISOString() };
}
