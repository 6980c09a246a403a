import { boolean, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id, portal } from './columns';

/** A form lineage: one physical table `form_data.t_<code>`; `code` is server-generated ASCII (research: ids without vowels). */
export const form = portal.table(
  'form',
  {
    id: id(),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    draft: jsonb('draft').notNull(),
    draftRev: integer('draft_rev').notNull().default(1),
    draftBy: uuid('draft_by'),
    draftAt: at('draft_at').notNull().defaultNow(),
    latestVersionId: uuid('latest_version_id'),
    retiredAt: at('retired_at'),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('form_code').on(t.code)],
);

/** Immutable once written. */
export const formVersion = portal.table(
  'form_version',
  {
    id: id(),
    formId: uuid('form_id')
      .notNull()
      .references(() => form.id),
    no: integer('no').notNull(),
    schema: jsonb('schema').notNull(),
    hash: text('hash').notNull(),
    publishedBy: uuid('published_by'),
    publishedAt: at('published_at').notNull().defaultNow(),
    note: text('note').notNull().default(''),
  },
  (t) => [uniqueIndex('form_version_no').on(t.formId, t.no)],
);

/** Every physical column ever made for a form; a column is never dropped, only retired. */
export const formColumn = portal.table(
  'form_column',
  {
    id: id(),
    formId: uuid('form_id')
      .notNull()
      .references(() => form.id),
    fieldId: text('field_id').notNull(),
    tableName: text('table_name').notNull(),
    columnName: text('column_name').notNull(),
    pgType: text('pg_type').notNull(),
    fieldType: text('field_type').notNull(),
    retired: boolean('retired').notNull().default(false),
    replacesFieldId: text('replaces_field_id'),
    sinceVersion: integer('since_version').notNull(),
  },
  (t) => [uniqueIndex('form_column_unique').on(t.tableName, t.columnName), index('form_column_form').on(t.formId)],
);

export const formDdlLog = portal.table('form_ddl_log', {
  id: id(),
  formId: uuid('form_id').notNull(),
  versionId: uuid('version_id').notNull(),
  sql: text('sql').notNull(),
  at: at('at').notNull().defaultNow(),
});

/** Gap-free counters of auto numbers and of request numbers: one row per scope and period, taken with UPDATE … RETURNING. */
export const numberSequence = portal.table('number_sequence', {
  scope: text('scope').primaryKey(),
  last: integer('last').notNull(),
});
