-- The schema after all migrations, for reading and for review. Written by `npm run db:schema-dump`; never run, never edited.

create schema form_data;
create schema form_view;
create schema portal;

create table portal."position" (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  rank integer not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  rev integer default 1 not null,
  constraint position_pkey PRIMARY KEY (id)
);
create table portal."user" (
  id uuid not null,
  login text not null,
  email text,
  employee_no text,
  name text not null,
  name_en text default ''::text not null,
  phone text,
  password_hash text,
  must_change_password boolean default false not null,
  locale text default 'zh'::text not null,
  theme text default 'auto'::text not null,
  time_zone text default 'Asia/Shanghai'::text not null,
  settings jsonb default '{}'::jsonb not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  rev integer default 1 not null,
  constraint user_pkey PRIMARY KEY (id)
);
create table portal.activity_instance (
  root_instance_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  kind text not null,
  scope_id uuid,
  visit integer not null,
  via_flow text,
  causes uuid[] default '{}'::uuid[] not null,
  started_at timestamp with time zone not null,
  status text not null,
  due_at timestamp with time zone,
  ended_at timestamp with time zone,
  detail jsonb,
  constraint activity_instance_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.activity_stat (
  day date not null,
  process_id uuid not null,
  element_id text not null,
  completed integer default 0 not null,
  total_seconds bigint default 0 not null,
  buckets integer[] default '{}'::integer[] not null,
  constraint activity_stat_day_process_id_element_id_pk PRIMARY KEY (day, process_id, element_id)
);
create table portal.audit_log (
  id uuid not null,
  at timestamp with time zone default now() not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  ip text,
  constraint audit_log_pkey PRIMARY KEY (id)
);
create table portal.command_log (
  command_id uuid not null,
  actor_id uuid,
  verb text not null,
  request_hash text not null,
  result jsonb,
  at timestamp with time zone default now() not null,
  constraint command_log_pkey PRIMARY KEY (command_id)
);
create table portal.comment (
  root_instance_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  text text not null,
  at timestamp with time zone default now() not null,
  mentions uuid[] default '{}'::uuid[] not null,
  constraint comment_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.connector (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  base_url text not null,
  sealed_headers text,
  allow_private boolean default false not null,
  timeout_ms integer default 10000 not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  rev integer default 1 not null,
  constraint connector_code_unique UNIQUE (code),
  constraint connector_pkey PRIMARY KEY (id)
);
create table portal.connector_call (
  root_instance_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  element_id text not null,
  connector_id uuid not null,
  idempotency_key text not null,
  attempt integer not null,
  request jsonb not null,
  status integer,
  response jsonb,
  error text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint connector_call_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.daily_stat (
  day date not null,
  process_id uuid not null,
  department_id uuid not null,
  started integer default 0 not null,
  completed integer default 0 not null,
  rejected integer default 0 not null,
  withdrawn integer default 0 not null,
  terminated integer default 0 not null,
  total_seconds bigint default 0 not null,
  constraint daily_stat_day_process_id_department_id_pk PRIMARY KEY (day, process_id, department_id)
);
create table portal.delegation (
  id uuid not null,
  user_id uuid not null,
  proxy_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  process_ids uuid[] default '{}'::uuid[] not null,
  amount_limit numeric,
  reason text default ''::text not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint delegation_pkey PRIMARY KEY (id)
);
create table portal.department (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  parent_id uuid,
  path text not null,
  sort_order integer default 0 not null,
  head_id uuid,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  rev integer default 1 not null,
  constraint department_pkey PRIMARY KEY (id)
);
create table portal.document (
  id uuid not null,
  name text not null,
  mime text not null,
  size integer not null,
  sha256 text not null,
  uploaded_by uuid not null,
  root_instance_id uuid,
  document_type_id text,
  field_id text,
  activity_element_id text,
  removed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint document_pkey PRIMARY KEY (id)
);
create table portal.document_content (
  document_id uuid not null,
  bytes bytea not null,
  constraint document_content_pkey PRIMARY KEY (document_id)
);
create table portal.favourite (
  user_id uuid not null,
  process_id uuid not null,
  at timestamp with time zone default now() not null,
  constraint favourite_user_id_process_id_pk PRIMARY KEY (user_id, process_id)
);
create table portal.form (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  draft jsonb not null,
  draft_rev integer default 1 not null,
  draft_by uuid,
  draft_at timestamp with time zone default now() not null,
  latest_version_id uuid,
  retired_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint form_pkey PRIMARY KEY (id)
);
create table portal.form_column (
  id uuid not null,
  form_id uuid not null,
  field_id text not null,
  table_name text not null,
  column_name text not null,
  pg_type text not null,
  field_type text not null,
  retired boolean default false not null,
  replaces_field_id text,
  since_version integer not null,
  constraint form_column_pkey PRIMARY KEY (id)
);
create table portal.form_ddl_log (
  id uuid not null,
  form_id uuid not null,
  version_id uuid not null,
  sql text not null,
  at timestamp with time zone default now() not null,
  constraint form_ddl_log_pkey PRIMARY KEY (id)
);
create table portal.form_version (
  id uuid not null,
  form_id uuid not null,
  no integer not null,
  schema jsonb not null,
  hash text not null,
  published_by uuid,
  published_at timestamp with time zone default now() not null,
  note text default ''::text not null,
  constraint form_version_pkey PRIMARY KEY (id)
);
create table portal.incident (
  root_instance_id uuid not null,
  id uuid not null,
  activity_id uuid,
  element_id text,
  process_id uuid not null,
  kind text not null,
  detail jsonb not null,
  created_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  note text,
  constraint incident_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.installation (
  key text not null,
  value jsonb not null,
  at timestamp with time zone default now() not null,
  constraint installation_pkey PRIMARY KEY (key)
);
create table portal.instance_data (
  root_instance_id uuid not null,
  form_version_id uuid,
  form_row_id uuid,
  rev integer not null,
  "values" jsonb not null,
  constraint instance_data_pkey PRIMARY KEY (root_instance_id)
);
create table portal.job (
  root_instance_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  element_id text not null,
  kind text not null,
  status text not null,
  attempts integer default 0 not null,
  run_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  lease_token uuid,
  last_error jsonb,
  created_at timestamp with time zone not null,
  connector_id uuid default '00000000-0000-0000-0000-000000000000'::uuid not null,
  constraint job_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.join_token (
  root_instance_id uuid not null,
  id uuid not null,
  element_id text not null,
  flow_id text not null,
  scope_id uuid,
  causes uuid[] default '{}'::uuid[] not null,
  carried_over boolean default false not null,
  at timestamp with time zone not null,
  constraint join_token_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.journal (
  root_instance_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  command text not null,
  command_id uuid not null,
  request_hash text not null,
  reason text,
  body bytea not null,
  hash bytea not null,
  constraint journal_root_instance_id_seq_pk PRIMARY KEY (root_instance_id, seq)
);
create table portal.mail (
  id uuid not null,
  user_id uuid not null,
  to_address text not null,
  subject text not null,
  text text not null,
  html text not null,
  status text not null,
  attempts integer default 0 not null,
  run_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  last_error text,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  constraint mail_pkey PRIMARY KEY (id)
);
create table portal.notice (
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  root_instance_id uuid,
  work_item_id uuid,
  params jsonb not null,
  created_at timestamp with time zone default now() not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (id)
);
create table portal.notice_setting (
  user_id uuid not null,
  kind text not null,
  in_app boolean default true not null,
  mail boolean default true not null,
  constraint notice_setting_user_id_kind_pk PRIMARY KEY (user_id, kind)
);
create table portal.number_sequence (
  scope text not null,
  last integer not null,
  constraint number_sequence_pkey PRIMARY KEY (scope)
);
create table portal.organisation_revision (
  singleton boolean default true not null,
  revision uuid default gen_random_uuid() not null,
  constraint organisation_revision_pkey PRIMARY KEY (singleton),
  constraint organisation_revision_singleton CHECK (singleton)
);
create table portal.outbox (
  id bigint generated always as identity not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamp with time zone default now() not null,
  failures integer,
  put_off_until timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id)
);
create table portal.phrase (
  id uuid not null,
  user_id uuid not null,
  text text not null,
  constraint phrase_pkey PRIMARY KEY (id)
);
create table portal.post (
  id uuid not null,
  user_id uuid not null,
  department_id uuid not null,
  position_id uuid not null,
  is_primary boolean default false not null,
  created_at timestamp with time zone default now() not null,
  constraint post_pkey PRIMARY KEY (id)
);
create table portal.process (
  id uuid not null,
  key text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  icon text default 'file'::text not null,
  category_id uuid,
  form_id uuid,
  draft_xml text not null,
  draft_rev integer default 1 not null,
  draft_by uuid,
  draft_at timestamp with time zone default now() not null,
  latest_version_id uuid,
  retired_at timestamp with time zone,
  owner_ids uuid[] not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint process_pkey PRIMARY KEY (id)
);
create table portal.process_category (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  sort_order integer default 0 not null,
  disabled_at timestamp with time zone,
  constraint process_category_code_unique UNIQUE (code),
  constraint process_category_pkey PRIMARY KEY (id)
);
create table portal.process_instance (
  root_instance_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  version_id uuid not null,
  applicant_id uuid not null,
  department_id uuid,
  department_path text default ''::text not null,
  title text not null,
  number text not null,
  business_key text,
  started_at timestamp with time zone not null,
  status text not null,
  outcome text,
  round integer default 1 not null,
  ended_at timestamp with time zone,
  version integer not null,
  variables jsonb default '{}'::jsonb not null,
  approvals jsonb default '[]'::jsonb not null,
  memo jsonb default '{}'::jsonb not null,
  constraint process_instance_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.process_version (
  id uuid not null,
  process_id uuid not null,
  no integer not null,
  xml text not null,
  definition jsonb not null,
  form_version_id uuid,
  hash text not null,
  note text default ''::text not null,
  published_by uuid,
  published_at timestamp with time zone default now() not null,
  constraint process_version_pkey PRIMARY KEY (id)
);
create table portal.request_draft (
  id uuid not null,
  user_id uuid not null,
  process_id uuid not null,
  form_version_id uuid,
  title text default ''::text not null,
  "values" jsonb not null,
  chosen jsonb default '{}'::jsonb not null,
  rev integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  documents jsonb default '[]'::jsonb not null,
  department_id uuid,
  constraint request_draft_pkey PRIMARY KEY (id)
);
create table portal.role (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  rev integer default 1 not null,
  constraint role_pkey PRIMARY KEY (id)
);
create table portal.role_member (
  id uuid not null,
  role_id uuid not null,
  user_id uuid,
  department_id uuid,
  include_sub boolean default false not null,
  position_id uuid,
  constraint role_member_pkey PRIMARY KEY (id)
);
create table portal.search_key (
  kind text not null,
  key text not null,
  id uuid not null,
  is_whole boolean not null,
  constraint search_key_pk PRIMARY KEY (kind, key, id, is_whole)
);
create table portal.search_key_due (
  kind text not null,
  id uuid not null,
  constraint search_key_due_kind_id_pk PRIMARY KEY (kind, id)
);
create table portal.session (
  id uuid not null,
  user_id uuid not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  last_seen_at timestamp with time zone default now() not null,
  revoked_at timestamp with time zone,
  ip text,
  user_agent text,
  constraint session_pkey PRIMARY KEY (id)
);
create table portal.sign_in_attempt (
  subject text not null,
  failures integer not null,
  window_started_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint sign_in_attempt_pkey PRIMARY KEY (subject)
);
create table portal.snapshot (
  root_instance_id uuid not null,
  seq integer not null,
  activity_id uuid,
  work_item_id uuid,
  element_id text,
  actor_id uuid,
  at timestamp with time zone not null,
  round integer not null,
  rev_before integer not null,
  rev_after integer not null,
  changes jsonb not null,
  "full" jsonb,
  constraint snapshot_root_instance_id_seq_pk PRIMARY KEY (root_instance_id, seq)
);
create table portal.timer (
  root_instance_id uuid not null,
  id uuid not null,
  activity_id uuid,
  element_id text,
  kind text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  constraint timer_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.user_grant (
  user_id uuid not null,
  "grant" text not null,
  granted_by uuid,
  granted_at timestamp with time zone default now() not null,
  constraint user_grant_user_id_grant_pk PRIMARY KEY (user_id, "grant")
);
create table portal.work_group (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text default ''::text not null,
  starts_on date,
  ends_on date,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  rev integer default 1 not null,
  constraint work_group_pkey PRIMARY KEY (id)
);
create table portal.work_group_member (
  id uuid not null,
  work_group_id uuid not null,
  user_id uuid not null,
  constraint work_group_member_pkey PRIMARY KEY (id)
);
create table portal.work_item (
  root_instance_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  element_id text not null,
  process_id uuid not null,
  kind text not null,
  status text not null,
  open boolean not null,
  user_id uuid,
  on_behalf_of uuid,
  seat text default 'original'::text not null,
  parent_seat_id uuid,
  seat_order integer default 0 not null,
  comment text,
  created_at timestamp with time zone not null,
  viewed_at timestamp with time zone,
  due_at timestamp with time zone,
  ended_at timestamp with time zone,
  urged_at timestamp with time zone,
  reason jsonb,
  constraint work_item_root_instance_id_id_pk PRIMARY KEY (root_instance_id, id)
);
create table portal.work_item_candidate (
  root_instance_id uuid not null,
  work_item_id uuid not null,
  user_id uuid not null,
  constraint work_item_candidate_root_instance_id_work_item_id_user_id_pk PRIMARY KEY (root_instance_id, work_item_id, user_id)
);

CREATE INDEX "session_user" ON portal.session USING btree (user_id, revoked_at);
CREATE INDEX audit_log_actor ON portal.audit_log USING btree (actor_id, id);
CREATE INDEX audit_log_subject ON portal.audit_log USING btree (subject_kind, subject_id, id);
CREATE INDEX command_log_at ON portal.command_log USING btree (at);
CREATE INDEX connector_call_connector ON portal.connector_call USING btree (connector_id, id DESC NULLS LAST);
CREATE INDEX delegation_proxy ON portal.delegation USING btree (proxy_id, ends_at);
CREATE INDEX delegation_user ON portal.delegation USING btree (user_id, ends_at);
CREATE UNIQUE INDEX department_code ON portal.department USING btree (code);
CREATE INDEX department_head ON portal.department USING btree (head_id);
CREATE INDEX department_parent ON portal.department USING btree (parent_id);
CREATE INDEX department_path ON portal.department USING btree (path text_pattern_ops);
CREATE INDEX document_instance ON portal.document USING btree (root_instance_id);
CREATE INDEX document_unbound ON portal.document USING btree (created_at);
CREATE UNIQUE INDEX form_code ON portal.form USING btree (code);
CREATE INDEX form_column_form ON portal.form_column USING btree (form_id);
CREATE UNIQUE INDEX form_column_unique ON portal.form_column USING btree (table_name, column_name);
CREATE UNIQUE INDEX form_version_no ON portal.form_version USING btree (form_id, no);
CREATE INDEX incident_open ON portal.incident USING btree (created_at, id) WHERE (resolved_at IS NULL);
CREATE INDEX job_ready ON portal.job USING btree (run_at) WHERE (status = 'ready'::text);
CREATE INDEX job_ready_of ON portal.job USING btree (connector_id, run_at) WHERE (status = 'ready'::text);
CREATE INDEX mail_dead ON portal.mail USING btree (id) WHERE (status = 'dead'::text);
CREATE INDEX mail_ready ON portal.mail USING btree (run_at) WHERE (status = 'ready'::text);
CREATE INDEX notice_unread ON portal.notice USING btree (user_id, id DESC NULLS LAST) WHERE (read_at IS NULL);
CREATE INDEX notice_user ON portal.notice USING btree (user_id, id DESC NULLS LAST);
CREATE UNIQUE INDEX phrase_text ON portal.phrase USING btree (user_id, text);
CREATE UNIQUE INDEX position_code ON portal."position" USING btree (code);
CREATE INDEX post_department ON portal.post USING btree (department_id, position_id);
CREATE INDEX post_position ON portal.post USING btree (position_id);
CREATE UNIQUE INDEX post_primary ON portal.post USING btree (user_id) WHERE is_primary;
CREATE UNIQUE INDEX post_unique ON portal.post USING btree (user_id, department_id, position_id);
CREATE INDEX process_category_idx ON portal.process USING btree (category_id);
CREATE INDEX process_instance_applicant ON portal.process_instance USING btree (applicant_id, id DESC NULLS LAST);
CREATE INDEX process_instance_business_key ON portal.process_instance USING btree (process_id, business_key) WHERE (business_key IS NOT NULL);
CREATE INDEX process_instance_department ON portal.process_instance USING btree (department_path text_pattern_ops, id DESC NULLS LAST);
CREATE INDEX process_instance_ended ON portal.process_instance USING btree (ended_at DESC NULLS LAST, id DESC NULLS LAST) WHERE (ended_at IS NOT NULL);
CREATE INDEX process_instance_number ON portal.process_instance USING btree (number text_pattern_ops);
CREATE INDEX process_instance_open ON portal.process_instance USING btree (process_id, id DESC NULLS LAST) WHERE (ended_at IS NULL);
CREATE INDEX process_instance_open_all ON portal.process_instance USING btree (id DESC NULLS LAST) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX process_key ON portal.process USING btree (key);
CREATE UNIQUE INDEX process_version_no ON portal.process_version USING btree (process_id, no);
CREATE INDEX request_draft_user ON portal.request_draft USING btree (user_id, id);
CREATE UNIQUE INDEX role_code ON portal.role USING btree (code);
CREATE INDEX role_member_role ON portal.role_member USING btree (role_id);
CREATE INDEX role_member_user ON portal.role_member USING btree (user_id);
CREATE INDEX search_key_of ON portal.search_key USING btree (kind, id);
CREATE INDEX timer_due ON portal.timer USING btree (due_at);
CREATE INDEX user_by_name ON portal."user" USING btree (((((translate("left"(name, 1), '沈单曾仇解朴查区翟盖员乐缪种覃'::text, '审善增求谢飘渣欧宅葛运月妙虫秦'::text) || substr(name, 2)) || ' '::text) || (id)::text)) COLLATE "zh-x-icu");
CREATE INDEX user_by_name_en ON portal."user" USING btree ((((COALESCE(NULLIF(name_en, ''::text), name) || ' '::text) || (id)::text)) COLLATE "zh-x-icu");
CREATE UNIQUE INDEX user_email ON portal."user" USING btree (lower(email));
CREATE UNIQUE INDEX user_employee_no ON portal."user" USING btree (employee_no);
CREATE UNIQUE INDEX user_login ON portal."user" USING btree (lower(login));
CREATE UNIQUE INDEX work_group_code ON portal.work_group USING btree (code);
CREATE UNIQUE INDEX work_group_member_unique ON portal.work_group_member USING btree (work_group_id, user_id);
CREATE INDEX work_group_member_user ON portal.work_group_member USING btree (user_id);
CREATE INDEX work_item_candidate_user ON portal.work_item_candidate USING btree (user_id, work_item_id DESC NULLS LAST);
CREATE INDEX work_item_done ON portal.work_item USING btree (user_id, ended_at DESC NULLS LAST, id DESC NULLS LAST) WHERE ((NOT open) AND (ended_at IS NOT NULL));
CREATE INDEX work_item_due ON portal.work_item USING btree (due_at, id) WHERE (open AND (due_at IS NOT NULL));
CREATE INDEX work_item_id ON portal.work_item USING btree (id);
CREATE INDEX work_item_inbox ON portal.work_item USING btree (user_id, kind, id DESC NULLS LAST) WHERE open;
CREATE INDEX work_item_inbox_due ON portal.work_item USING btree (user_id, due_at, id) WHERE (open AND (due_at IS NOT NULL) AND (kind <> 'read'::text));

alter table portal.delegation add constraint delegation_proxy_id_user_id_fk FOREIGN KEY (proxy_id) REFERENCES portal."user"(id);
alter table portal.delegation add constraint delegation_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.document_content add constraint document_content_document_id_document_id_fk FOREIGN KEY (document_id) REFERENCES portal.document(id);
alter table portal.favourite add constraint favourite_process_id_process_id_fk FOREIGN KEY (process_id) REFERENCES portal.process(id);
alter table portal.favourite add constraint favourite_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.form_column add constraint form_column_form_id_form_id_fk FOREIGN KEY (form_id) REFERENCES portal.form(id);
alter table portal.form_version add constraint form_version_form_id_form_id_fk FOREIGN KEY (form_id) REFERENCES portal.form(id);
alter table portal.phrase add constraint phrase_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.post add constraint post_department_id_department_id_fk FOREIGN KEY (department_id) REFERENCES portal.department(id);
alter table portal.post add constraint post_position_id_position_id_fk FOREIGN KEY (position_id) REFERENCES portal."position"(id);
alter table portal.post add constraint post_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.process add constraint process_category_id_process_category_id_fk FOREIGN KEY (category_id) REFERENCES portal.process_category(id);
alter table portal.process add constraint process_form_id_form_id_fk FOREIGN KEY (form_id) REFERENCES portal.form(id);
alter table portal.process_version add constraint process_version_form_version_id_form_version_id_fk FOREIGN KEY (form_version_id) REFERENCES portal.form_version(id);
alter table portal.process_version add constraint process_version_process_id_process_id_fk FOREIGN KEY (process_id) REFERENCES portal.process(id);
alter table portal.request_draft add constraint request_draft_process_id_process_id_fk FOREIGN KEY (process_id) REFERENCES portal.process(id);
alter table portal.request_draft add constraint request_draft_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.role_member add constraint role_member_department_id_department_id_fk FOREIGN KEY (department_id) REFERENCES portal.department(id);
alter table portal.role_member add constraint role_member_position_id_position_id_fk FOREIGN KEY (position_id) REFERENCES portal."position"(id);
alter table portal.role_member add constraint role_member_role_id_role_id_fk FOREIGN KEY (role_id) REFERENCES portal.role(id);
alter table portal.role_member add constraint role_member_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.session add constraint session_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.user_grant add constraint user_grant_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.work_group_member add constraint work_group_member_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES portal."user"(id);
alter table portal.work_group_member add constraint work_group_member_work_group_id_work_group_id_fk FOREIGN KEY (work_group_id) REFERENCES portal.work_group(id);

CREATE OR REPLACE FUNCTION portal.organisation_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
	IF current_setting('portal.organisation_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
		PERFORM set_config('portal.organisation_changed', pg_current_xact_id()::text, true);
		UPDATE portal.organisation_revision SET revision = gen_random_uuid();
	END IF;
	RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION portal.search_key_wanted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
	IF TG_OP = 'DELETE' THEN
		DELETE FROM portal.search_key WHERE kind = TG_ARGV[0] AND id = OLD.id;
		DELETE FROM portal.search_key_due WHERE kind = TG_ARGV[0] AND id = OLD.id;
	ELSE
		INSERT INTO portal.search_key_due (kind, id) VALUES (TG_ARGV[0], NEW.id) ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $function$;

CREATE CONSTRAINT TRIGGER position_organisation AFTER INSERT OR DELETE OR UPDATE ON portal."position" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE TRIGGER position_search_key AFTER INSERT OR DELETE ON portal."position" FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('position');
CREATE TRIGGER position_search_key_renamed AFTER UPDATE ON portal."position" FOR EACH ROW WHEN ((((old.name_zh IS DISTINCT FROM new.name_zh) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.code IS DISTINCT FROM new.code))) EXECUTE FUNCTION portal.search_key_wanted('position');
CREATE CONSTRAINT TRIGGER user_organisation AFTER INSERT OR DELETE OR UPDATE OF id, name, name_en, disabled_at ON portal."user" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE TRIGGER user_search_key AFTER INSERT OR DELETE ON portal."user" FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('user');
CREATE TRIGGER user_search_key_renamed AFTER UPDATE ON portal."user" FOR EACH ROW WHEN ((((((old.name IS DISTINCT FROM new.name) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.login IS DISTINCT FROM new.login)) OR (old.email IS DISTINCT FROM new.email)) OR (old.employee_no IS DISTINCT FROM new.employee_no))) EXECUTE FUNCTION portal.search_key_wanted('user');
CREATE CONSTRAINT TRIGGER delegation_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.delegation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE CONSTRAINT TRIGGER department_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.department DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE TRIGGER department_search_key AFTER INSERT OR DELETE ON portal.department FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('department');
CREATE TRIGGER department_search_key_renamed AFTER UPDATE ON portal.department FOR EACH ROW WHEN ((((old.name_zh IS DISTINCT FROM new.name_zh) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.code IS DISTINCT FROM new.code))) EXECUTE FUNCTION portal.search_key_wanted('department');
CREATE TRIGGER form_search_key AFTER INSERT OR DELETE ON portal.form FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('form');
CREATE TRIGGER form_search_key_renamed AFTER UPDATE ON portal.form FOR EACH ROW WHEN ((((old.name_zh IS DISTINCT FROM new.name_zh) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.code IS DISTINCT FROM new.code))) EXECUTE FUNCTION portal.search_key_wanted('form');
CREATE CONSTRAINT TRIGGER post_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE TRIGGER process_search_key AFTER INSERT OR DELETE ON portal.process FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('process');
CREATE TRIGGER process_search_key_renamed AFTER UPDATE ON portal.process FOR EACH ROW WHEN ((((old.name_zh IS DISTINCT FROM new.name_zh) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.key IS DISTINCT FROM new.key))) EXECUTE FUNCTION portal.search_key_wanted('process');
CREATE CONSTRAINT TRIGGER role_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE TRIGGER role_search_key AFTER INSERT OR DELETE ON portal.role FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('role');
CREATE TRIGGER role_search_key_renamed AFTER UPDATE ON portal.role FOR EACH ROW WHEN ((((old.name_zh IS DISTINCT FROM new.name_zh) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.code IS DISTINCT FROM new.code))) EXECUTE FUNCTION portal.search_key_wanted('role');
CREATE CONSTRAINT TRIGGER role_member_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.role_member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE CONSTRAINT TRIGGER work_group_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.work_group DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
CREATE TRIGGER work_group_search_key AFTER INSERT OR DELETE ON portal.work_group FOR EACH ROW EXECUTE FUNCTION portal.search_key_wanted('workGroup');
CREATE TRIGGER work_group_search_key_renamed AFTER UPDATE ON portal.work_group FOR EACH ROW WHEN ((((old.name_zh IS DISTINCT FROM new.name_zh) OR (old.name_en IS DISTINCT FROM new.name_en)) OR (old.code IS DISTINCT FROM new.code))) EXECUTE FUNCTION portal.search_key_wanted('workGroup');
CREATE CONSTRAINT TRIGGER work_group_member_organisation AFTER INSERT OR DELETE OR UPDATE ON portal.work_group_member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.organisation_changed();
