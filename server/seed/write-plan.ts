import type { PgTable } from 'drizzle-orm/pg-core';
import { newId } from '@/lib/id';
import { userGrant } from '@/server/db/schema/auth';
import { delegation, department, position, post, role, roleMember, user, workGroup, workGroupMember } from '@/server/db/schema/org';
import type { Tx } from '@/server/db/unit-of-work';
import type { OrgIndex } from '@/server/org/org-index';
import { writeSearchKeys } from '@/server/search/write-keys';
import type { OrgPlan, PlannedMember } from './org-plan';

type Account = { passwordHash: string | null; now: string };

/** Writes a whole organisation into empty tables and tells the id of every code. */
export async function writePlan(tx: Tx, plan: OrgPlan, account: Account): Promise<OrgIndex> {
  const index = {
    departments: idsOf(plan.departments, ({ code }) => code),
    positions: idsOf(plan.positions, ({ code }) => code),
    roles: idsOf(plan.roles ?? [], ({ code }) => code),
    workGroups: idsOf(plan.workGroups ?? [], ({ code }) => code),
    users: idsOf(plan.users, ({ login }) => login),
  };
  await writePeople(tx, plan, index, account);
  await writeSets(tx, plan, index, account.now);
  await writeSearchKeys(tx);
  return index;
}

// helpers //////////////////////

async function writePeople(tx: Pick<Tx, 'drizzle'>, plan: OrgPlan, index: OrgIndex, { passwordHash, now }: Account): Promise<void> {
  await insert(
    tx,
    position,
    plan.positions.map((row) => ({ id: need(index.positions, row.code), rank: row.rank, ...named(row, now) })),
  );
  await insert(
    tx,
    user,
    plan.users.map(({ login, name, nameEn, employeeNo = null, email = null, disabled }) => ({
      id: need(index.users, login),
      login,
      name,
      nameEn,
      employeeNo,
      email,
      passwordHash,
      disabledAt: disabled ? now : null,
      createdAt: now,
    })),
  );
  const paths = pathsOf(plan, index.departments);
  await insert(
    tx,
    department,
    plan.departments.map((row, sortOrder) => ({
      id: need(index.departments, row.code),
      parentId: row.parent === undefined ? null : need(index.departments, row.parent),
      path: need(paths, row.code),
      headId: row.head === undefined ? null : need(index.users, row.head),
      sortOrder,
      ...named(row, now),
    })),
  );
  const posts = plan.users.flatMap(({ login, posts: of }) => of.map(([d, p], n) => ({ login, d, p, isPrimary: n === 0 })));
  await insert(
    tx,
    post,
    posts.map(({ login, d, p, isPrimary }) => ({
      id: newId(),
      userId: need(index.users, login),
      departmentId: need(index.departments, d),
      positionId: need(index.positions, p),
      isPrimary,
      createdAt: now,
    })),
  );
  const grants = plan.users.flatMap(({ login, grants: of = [] }) => of.map((grant) => ({ userId: need(index.users, login), grant })));
  await insert(tx, userGrant, grants);
}

async function writeSets(tx: Pick<Tx, 'drizzle'>, plan: OrgPlan, index: OrgIndex, now: string): Promise<void> {
  const { roles = [], workGroups = [], delegations = [] } = plan;
  await insert(
    tx,
    role,
    roles.map((row) => ({ id: need(index.roles, row.code), ...named(row, now) })),
  );
  const lines = roles.flatMap(({ code, members }) =>
    members.map((member) => ({ roleId: need(index.roles, code), ...lineOf(member, index) })),
  );
  await insert(
    tx,
    roleMember,
    lines.map((line) => ({ id: newId(), ...line })),
  );
  await insert(
    tx,
    workGroup,
    workGroups.map(({ startsOn = null, endsOn = null, ...row }) => ({
      id: need(index.workGroups, row.code),
      startsOn,
      endsOn,
      ...named(row, now),
    })),
  );
  const seats = workGroups.flatMap(({ code, members }) => members.map((login) => ({ code, login })));
  await insert(
    tx,
    workGroupMember,
    seats.map(({ code, login }) => ({ id: newId(), workGroupId: need(index.workGroups, code), userId: need(index.users, login) })),
  );
  await insert(
    tx,
    delegation,
    delegations.map(({ user: of, proxy, processIds = [], ...row }) => ({
      id: newId(),
      userId: need(index.users, of),
      proxyId: need(index.users, proxy),
      processIds: [...processIds],
      ...row,
    })),
  );
}

async function insert<T extends PgTable>(tx: Pick<Tx, 'drizzle'>, table: T, rows: T['$inferInsert'][]): Promise<void> {
  if (rows.length > 0) await tx.drizzle.insert(table).values(rows);
}

function idsOf<T>(rows: readonly T[], codeOf: (row: T) => string): Map<string, string> {
  return new Map(rows.map((row) => [codeOf(row), newId()]));
}

/** A plan is written by us: a code that nobody defined is a mistake in it. */
function need(map: ReadonlyMap<string, string>, code: string): string {
  const value = map.get(code);
  if (value === undefined) throw new Error(`the plan names ${code}, which it does not define`);
  return value;
}

function named({ code, zh, en, disabled }: { code: string; zh: string; en: string; disabled?: boolean }, now: string) {
  return { code, nameZh: zh, nameEn: en, disabledAt: disabled ? now : null, createdAt: now };
}

function pathsOf(plan: OrgPlan, ids: ReadonlyMap<string, string>): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { code, parent } of plan.departments) {
    paths.set(code, parent === undefined ? need(ids, code) : `${need(paths, parent)}/${need(ids, code)}`);
  }
  return paths;
}

function lineOf(member: PlannedMember, index: OrgIndex) {
  if ('user' in member) return { userId: need(index.users, member.user) };
  return {
    departmentId: member.department === undefined ? null : need(index.departments, member.department),
    includeSub: member.includeSub ?? false,
    positionId: member.position === undefined ? null : need(index.positions, member.position),
  };
}
