import { boolean, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, id, portal } from './columns';
import { form, formVersion } from './form';
import { user } from './org';

export const processCategory = portal.table('process_category', {
  id: id(),
  code: text('code').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull().default(''),
  sortOrder: integer('sort_order').notNull().default(0),
  /** Takes in no further processes; those in it stand without a category on the start page. */
  disabledAt: at('disabled_at'),
});

/** A process lineage with its editable draft; versions are immutable rows of process_version. */
export const process = portal.table(
  'process',
  {
    id: id(),
    key: text('key').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    icon: text('icon').notNull().default('file'),
    categoryId: uuid('category_id').references(() => processCategory.id),
    formId: uuid('form_id').references(() => form.id),
    draftXml: text('draft_xml').notNull(),
    draftRev: integer('draft_rev').notNull().default(1),
    draftBy: uuid('draft_by'),
    draftAt: at('draft_at').notNull().defaultNow(),
    latestVersionId: uuid('latest_version_id'),
    /** Nobody can start it any more; running instances go on. */
    retiredAt: at('retired_at'),
    /** Departments whose managers may watch all of it, and people who administer it. */
    ownerIds: uuid('owner_ids').array().notNull(),
    createdBy: uuid('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('process_key').on(t.key), index('process_category_idx').on(t.categoryId)],
);

export const processVersion = portal.table(
  'process_version',
  {
    id: id(),
    processId: uuid('process_id')
      .notNull()
      .references(() => process.id),
    no: integer('no').notNull(),
    /** The bytes that were published; export returns them unchanged. */
    xml: text('xml').notNull(),
    /** Compiled `Definition` (server/bpmn/definition.ts). */
    definition: jsonb('definition').notNull(),
    formVersionId: uuid('form_version_id').references(() => formVersion.id),
    hash: text('hash').notNull(),
    note: text('note').notNull().default(''),
    publishedBy: uuid('published_by'),
    publishedAt: at('published_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('process_version_no').on(t.processId, t.no)],
);

/** What a person often writes with a decision, kept to be taken again. */
export const phrase = portal.table(
  'phrase',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    text: text('text').notNull(),
  },
  (t) => [uniqueIndex('phrase_text').on(t.userId, t.text)],
);

export const favourite = portal.table(
  'favourite',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    processId: uuid('process_id')
      .notNull()
      .references(() => process.id),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.processId] })],
);

/** A request being filled in, before it is submitted; autosaved. */
export const requestDraft = portal.table(
  'request_draft',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    processId: uuid('process_id')
      .notNull()
      .references(() => process.id),
    formVersionId: uuid('form_version_id'),
    title: text('title').notNull().default(''),
    values: jsonb('values').notNull(),
    chosen: jsonb('chosen').notNull().default({}),
    /** Uploaded and not bound yet: [{documentId, documentTypeId}]. Files that a draft names are not collected. */
    documents: jsonb('documents').notNull().default([]),
    /** On whose behalf among the applicant's departments; null for the primary one. */
    departmentId: uuid('department_id'),
    rev: integer('rev').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('request_draft_user').on(t.userId, t.id)],
);

/** A file: metadata here, bytes in document_content (or an object store later). Bound to an instance at submit; unbound ones are collected after 24 h. */
export const document = portal.table(
  'document',
  {
    id: id(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    uploadedBy: uuid('uploaded_by').notNull(),
    rootInstanceId: uuid('root_instance_id'),
    /** A document type of the process settings, or null when the file belongs to a form field. */
    documentTypeId: text('document_type_id'),
    fieldId: text('field_id'),
    activityElementId: text('activity_element_id'),
    removedAt: at('removed_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('document_instance').on(t.rootInstanceId), index('document_unbound').on(t.createdAt)],
);

export const documentContent = portal.table('document_content', {
  documentId: uuid('document_id')
    .primaryKey()
    .references(() => document.id),
  bytes: bytea('bytes').notNull(),
});

/** An outside system registered by an administrator; service tasks may call nothing else. */
export const connector = portal.table('connector', {
  id: id(),
  code: text('code').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull().default(''),
  baseUrl: text('base_url').notNull(),
  /** Header name → value, AES-256-GCM sealed with the server's secret; never read back by the browser. */
  sealedHeaders: text('sealed_headers'),
  allowPrivate: boolean('allow_private').notNull().default(false),
  timeoutMs: integer('timeout_ms').notNull().default(10_000),
  disabledAt: at('disabled_at'),
  createdAt: at('created_at').notNull().defaultNow(),
  rev: integer('rev').notNull().default(1),
});
