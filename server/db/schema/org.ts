import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, numeric, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { nameOrder } from '../name-order';
import { at, id, portal } from './columns';

/** A tree; `path` is the slash-joined ids from the root to this one, so that a subtree is one prefix scan. */
export const department = portal.table(
  'department',
  {
    id: id(),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    parentId: uuid('parent_id'),
    path: text('path').notNull(),
    sortOrder: integer('sort_order').notNull().default(0),
    headId: uuid('head_id'),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    rev: integer('rev').notNull().default(1),
  },
  (t) => [
    uniqueIndex('department_code').on(t.code),
    index('department_parent').on(t.parentId),
    index('department_path').on(t.path.op('text_pattern_ops')),
    index('department_head').on(t.headId),
  ],
);

/** Rank 1 is the highest. */
export const position = portal.table(
  'position',
  {
    id: id(),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    rank: integer('rank').notNull(),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    rev: integer('rev').notNull().default(1),
  },
  (t) => [uniqueIndex('position_code').on(t.code)],
);

export const user = portal.table(
  'user',
  {
    id: id(),
    login: text('login').notNull(),
    email: text('email'),
    employeeNo: text('employee_no'),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull().default(''),
    phone: text('phone'),
    passwordHash: text('password_hash'),
    mustChangePassword: boolean('must_change_password').notNull().default(false),
    locale: text('locale').notNull().default('zh'),
    theme: text('theme').notNull().default('auto'),
    timeZone: text('time_zone').notNull().default('Asia/Shanghai'),
    settings: jsonb('settings').notNull().default({}),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    rev: integer('rev').notNull().default(1),
  },
  (t) => [
    uniqueIndex('user_login').on(sql`lower(${t.login})`),
    uniqueIndex('user_email').on(sql`lower(${t.email})`),
    uniqueIndex('user_employee_no').on(t.employeeNo),
    index('user_by_name').on(sql.raw(nameOrder('zh', ''))),
    index('user_by_name_en').on(sql.raw(nameOrder('en', ''))),
  ],
);

/** user × department × position; exactly one post of a user is primary (partial unique index). */
export const post = portal.table(
  'post',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    positionId: uuid('position_id')
      .notNull()
      .references(() => position.id),
    isPrimary: boolean('is_primary').notNull().default(false),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('post_unique').on(t.userId, t.departmentId, t.positionId),
    uniqueIndex('post_primary').on(t.userId).where(sql`is_primary`),
    index('post_department').on(t.departmentId, t.positionId),
    index('post_position').on(t.positionId),
  ],
);

/** Resolved when needed: the users of any of its department × position combinations, and the users it names. */
export const role = portal.table(
  'role',
  {
    id: id(),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    rev: integer('rev').notNull().default(1),
  },
  (t) => [uniqueIndex('role_code').on(t.code)],
);

/** One line of a role: a named user, or department and/or position (a null one means any). */
export const roleMember = portal.table(
  'role_member',
  {
    id: id(),
    roleId: uuid('role_id')
      .notNull()
      .references(() => role.id),
    userId: uuid('user_id').references(() => user.id),
    departmentId: uuid('department_id').references(() => department.id),
    includeSub: boolean('include_sub').notNull().default(false),
    positionId: uuid('position_id').references(() => position.id),
  },
  (t) => [index('role_member_role').on(t.roleId), index('role_member_user').on(t.userId)],
);

export const workGroup = portal.table(
  'work_group',
  {
    id: id(),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    rev: integer('rev').notNull().default(1),
  },
  (t) => [uniqueIndex('work_group_code').on(t.code)],
);

export const workGroupMember = portal.table(
  'work_group_member',
  {
    id: id(),
    workGroupId: uuid('work_group_id')
      .notNull()
      .references(() => workGroup.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
  },
  (t) => [uniqueIndex('work_group_member_unique').on(t.workGroupId, t.userId), index('work_group_member_user').on(t.userId)],
);

/** A proxy acts for a user between two instants; empty process list = all processes. */
export const delegation = portal.table(
  'delegation',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    proxyId: uuid('proxy_id')
      .notNull()
      .references(() => user.id),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    processIds: uuid('process_ids').array().notNull().default(sql`'{}'`),
    amountLimit: numeric('amount_limit'),
    reason: text('reason').notNull().default(''),
    revokedAt: at('revoked_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('delegation_user').on(t.userId, t.endsAt), index('delegation_proxy').on(t.proxyId, t.endsAt)],
);

/**
 * One row. Every transaction that changes what assignment rules read gives it a new value as it commits (triggers), so that equal
 * revisions mean equal answers: a step that asks again what was answered before needs no query. Random, so that a restored backup
 * never meets the revision of another history.
 */
export const organisationRevision = portal.table(
  'organisation_revision',
  { singleton: boolean('singleton').primaryKey().default(true), revision: uuid('revision').notNull().defaultRandom() },
  (t) => [check('organisation_revision_singleton', sql`${t.singleton}`)],
);
