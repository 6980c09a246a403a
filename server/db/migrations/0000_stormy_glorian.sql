CREATE SCHEMA "portal";
--> statement-breakpoint
CREATE TABLE "portal"."audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text,
	"ip" text
);
--> statement-breakpoint
CREATE TABLE "portal"."command_log" (
	"command_id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"verb" text NOT NULL,
	"request_hash" text NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	"ip" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "portal"."sign_in_attempt" (
	"subject" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "portal"."user_grant" (
	"user_id" uuid NOT NULL,
	"grant" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_grant_user_id_grant_pk" PRIMARY KEY("user_id","grant")
);
--> statement-breakpoint
CREATE TABLE "portal"."activity_instance" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instance_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"kind" text NOT NULL,
	"scope_id" uuid,
	"status" text NOT NULL,
	"visit" integer NOT NULL,
	"via_flow" text,
	"causes" uuid[] DEFAULT '{}' NOT NULL,
	"detail" jsonb,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "activity_instance_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."comment" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."connector_call" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"connector_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"attempt" integer NOT NULL,
	"request" jsonb NOT NULL,
	"status" integer,
	"response" jsonb,
	"error" text,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "connector_call_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."incident" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid,
	"element_id" text,
	"process_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"note" text,
	CONSTRAINT "incident_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."instance_data" (
	"root_instance_id" uuid PRIMARY KEY NOT NULL,
	"form_version_id" uuid,
	"form_row_id" uuid,
	"rev" integer NOT NULL,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."job" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"last_error" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."join_token" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"flow_id" text NOT NULL,
	"scope_id" uuid,
	"causes" uuid[] DEFAULT '{}' NOT NULL,
	"carried_over" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "join_token_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."journal" (
	"root_instance_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"command" text NOT NULL,
	"command_id" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"reason" text,
	"events" jsonb NOT NULL,
	"result" jsonb,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "journal_root_instance_id_seq_pk" PRIMARY KEY("root_instance_id","seq")
);
--> statement-breakpoint
CREATE TABLE "portal"."process_instance" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"version" integer NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"applicant_id" uuid NOT NULL,
	"department_id" uuid,
	"department_path" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"number" text NOT NULL,
	"business_key" text,
	"variables" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"approvals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"memo" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "process_instance_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."snapshot" (
	"root_instance_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"activity_id" uuid,
	"work_item_id" uuid,
	"element_id" text,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"round" integer NOT NULL,
	"rev_before" integer NOT NULL,
	"rev_after" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"full" jsonb,
	CONSTRAINT "snapshot_root_instance_id_seq_pk" PRIMARY KEY("root_instance_id","seq")
);
--> statement-breakpoint
CREATE TABLE "portal"."timer" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid,
	"element_id" text,
	"kind" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	CONSTRAINT "timer_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."work_item" (
	"root_instance_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"process_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"open" boolean NOT NULL,
	"user_id" uuid,
	"on_behalf_of" uuid,
	"seat" text DEFAULT 'original' NOT NULL,
	"parent_seat_id" uuid,
	"seat_order" integer DEFAULT 0 NOT NULL,
	"comment" text,
	"created_at" timestamp with time zone NOT NULL,
	"viewed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"urged_at" timestamp with time zone,
	"reason" jsonb,
	CONSTRAINT "work_item_root_instance_id_id_pk" PRIMARY KEY("root_instance_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal"."work_item_candidate" (
	"root_instance_id" uuid NOT NULL,
	"work_item_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "work_item_candidate_root_instance_id_work_item_id_user_id_pk" PRIMARY KEY("root_instance_id","work_item_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "portal"."form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_rev" integer DEFAULT 1 NOT NULL,
	"draft_by" uuid,
	"draft_at" timestamp with time zone DEFAULT now() NOT NULL,
	"latest_version_id" uuid,
	"retired_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."form_column" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"table_name" text NOT NULL,
	"column_name" text NOT NULL,
	"pg_type" text NOT NULL,
	"field_type" text NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	"replaces_field_id" text,
	"since_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."form_ddl_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"sql" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."form_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"schema" jsonb NOT NULL,
	"hash" text NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."number_sequence" (
	"scope" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."activity_stat" (
	"day" date NOT NULL,
	"process_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"completed" integer DEFAULT 0 NOT NULL,
	"total_seconds" bigint DEFAULT 0 NOT NULL,
	"buckets" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "activity_stat_day_process_id_element_id_pk" PRIMARY KEY("day","process_id","element_id")
);
--> statement-breakpoint
CREATE TABLE "portal"."daily_stat" (
	"day" date NOT NULL,
	"process_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"started" integer DEFAULT 0 NOT NULL,
	"completed" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"terminated" integer DEFAULT 0 NOT NULL,
	"total_seconds" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "daily_stat_day_process_id_department_id_pk" PRIMARY KEY("day","process_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "portal"."installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "portal"."notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"root_instance_id" uuid,
	"work_item_id" uuid,
	"params" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "portal"."notice_setting" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean DEFAULT true NOT NULL,
	"mail" boolean DEFAULT true NOT NULL,
	CONSTRAINT "notice_setting_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "portal"."outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "portal"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"proxy_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"process_ids" uuid[] DEFAULT '{}' NOT NULL,
	"amount_limit" numeric,
	"reason" text DEFAULT '' NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."department" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
	"path" text NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"head_id" uuid,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."position" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"rank" integer NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"is_primary" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."role_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role_id" uuid NOT NULL,
	"user_id" uuid,
	"department_id" uuid,
	"include_sub" boolean DEFAULT false NOT NULL,
	"position_id" uuid
);
--> statement-breakpoint
CREATE TABLE "portal"."user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"email" text,
	"employee_no" text,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"phone" text,
	"password_hash" text,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"locale" text DEFAULT 'zh' NOT NULL,
	"theme" text DEFAULT 'auto' NOT NULL,
	"time_zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."work_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."work_group_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"work_group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."connector" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"base_url" text NOT NULL,
	"sealed_headers" text,
	"allow_private" boolean DEFAULT false NOT NULL,
	"timeout_ms" integer DEFAULT 10000 NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "connector_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "portal"."document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"root_instance_id" uuid,
	"document_type_id" text,
	"field_id" text,
	"activity_element_id" text,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."document_content" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."favourite" (
	"user_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "favourite_user_id_process_id_pk" PRIMARY KEY("user_id","process_id")
);
--> statement-breakpoint
CREATE TABLE "portal"."process" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"icon" text DEFAULT 'file' NOT NULL,
	"category_id" uuid,
	"form_id" uuid,
	"draft_xml" text NOT NULL,
	"draft_rev" integer DEFAULT 1 NOT NULL,
	"draft_by" uuid,
	"draft_at" timestamp with time zone DEFAULT now() NOT NULL,
	"latest_version_id" uuid,
	"retired_at" timestamp with time zone,
	"owner_ids" uuid[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."process_category" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "process_category_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "portal"."process_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"process_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"xml" text NOT NULL,
	"definition" jsonb NOT NULL,
	"form_version_id" uuid,
	"hash" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal"."request_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"form_version_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"values" jsonb NOT NULL,
	"chosen" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portal"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."user_grant" ADD CONSTRAINT "user_grant_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."form_column" ADD CONSTRAINT "form_column_form_id_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "portal"."form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."form_version" ADD CONSTRAINT "form_version_form_id_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "portal"."form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."delegation" ADD CONSTRAINT "delegation_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."delegation" ADD CONSTRAINT "delegation_proxy_id_user_id_fk" FOREIGN KEY ("proxy_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."post" ADD CONSTRAINT "post_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."post" ADD CONSTRAINT "post_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "portal"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."post" ADD CONSTRAINT "post_position_id_position_id_fk" FOREIGN KEY ("position_id") REFERENCES "portal"."position"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."role_member" ADD CONSTRAINT "role_member_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "portal"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."role_member" ADD CONSTRAINT "role_member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."role_member" ADD CONSTRAINT "role_member_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "portal"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."role_member" ADD CONSTRAINT "role_member_position_id_position_id_fk" FOREIGN KEY ("position_id") REFERENCES "portal"."position"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."work_group_member" ADD CONSTRAINT "work_group_member_work_group_id_work_group_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "portal"."work_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."work_group_member" ADD CONSTRAINT "work_group_member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."document_content" ADD CONSTRAINT "document_content_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "portal"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."favourite" ADD CONSTRAINT "favourite_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."favourite" ADD CONSTRAINT "favourite_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "portal"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."process" ADD CONSTRAINT "process_category_id_process_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "portal"."process_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."process" ADD CONSTRAINT "process_form_id_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "portal"."form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."process_version" ADD CONSTRAINT "process_version_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "portal"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."process_version" ADD CONSTRAINT "process_version_form_version_id_form_version_id_fk" FOREIGN KEY ("form_version_id") REFERENCES "portal"."form_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."request_draft" ADD CONSTRAINT "request_draft_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "portal"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal"."request_draft" ADD CONSTRAINT "request_draft_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "portal"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "portal"."audit_log" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "portal"."audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "session_user" ON "portal"."session" USING btree ("user_id","revoked_at");--> statement-breakpoint
CREATE INDEX "activity_instance_open_element" ON "portal"."activity_instance" USING btree ("element_id","started_at") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "incident_open" ON "portal"."incident" USING btree ("created_at","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "job_ready" ON "portal"."job" USING btree ("run_at") WHERE status = 'ready';--> statement-breakpoint
CREATE UNIQUE INDEX "journal_command" ON "portal"."journal" USING btree ("root_instance_id","command_id");--> statement-breakpoint
CREATE INDEX "process_instance_applicant" ON "portal"."process_instance" USING btree ("applicant_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "process_instance_open" ON "portal"."process_instance" USING btree ("process_id","id" DESC NULLS LAST) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "process_instance_open_all" ON "portal"."process_instance" USING btree ("id" DESC NULLS LAST) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "process_instance_ended" ON "portal"."process_instance" USING btree ("ended_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "process_instance_number" ON "portal"."process_instance" USING btree ("number");--> statement-breakpoint
CREATE INDEX "process_instance_business_key" ON "portal"."process_instance" USING btree ("process_id","business_key") WHERE business_key is not null;--> statement-breakpoint
CREATE INDEX "process_instance_department" ON "portal"."process_instance" USING btree ("department_path" text_pattern_ops,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "timer_due" ON "portal"."timer" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "work_item_id" ON "portal"."work_item" USING btree ("id");--> statement-breakpoint
CREATE INDEX "work_item_inbox" ON "portal"."work_item" USING btree ("user_id","kind","id" DESC NULLS LAST) WHERE open;--> statement-breakpoint
CREATE INDEX "work_item_done" ON "portal"."work_item" USING btree ("user_id","ended_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE not open and ended_at is not null;--> statement-breakpoint
CREATE INDEX "work_item_due" ON "portal"."work_item" USING btree ("due_at","id") WHERE open and due_at is not null;--> statement-breakpoint
CREATE INDEX "work_item_activity" ON "portal"."work_item" USING btree ("root_instance_id","activity_id");--> statement-breakpoint
CREATE INDEX "work_item_candidate_user" ON "portal"."work_item_candidate" USING btree ("user_id","work_item_id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "form_code" ON "portal"."form" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "form_column_unique" ON "portal"."form_column" USING btree ("table_name","column_name");--> statement-breakpoint
CREATE INDEX "form_column_form" ON "portal"."form_column" USING btree ("form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "form_version_no" ON "portal"."form_version" USING btree ("form_id","no");--> statement-breakpoint
CREATE INDEX "mail_ready" ON "portal"."mail" USING btree ("run_at") WHERE status = 'ready';--> statement-breakpoint
CREATE INDEX "notice_user" ON "portal"."notice" USING btree ("user_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notice_unread" ON "portal"."notice" USING btree ("user_id","id" DESC NULLS LAST) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "delegation_user" ON "portal"."delegation" USING btree ("user_id","ends_at");--> statement-breakpoint
CREATE INDEX "delegation_proxy" ON "portal"."delegation" USING btree ("proxy_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "department_code" ON "portal"."department" USING btree ("code");--> statement-breakpoint
CREATE INDEX "department_parent" ON "portal"."department" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "department_path" ON "portal"."department" USING btree ("path" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "department_head" ON "portal"."department" USING btree ("head_id");--> statement-breakpoint
CREATE UNIQUE INDEX "position_code" ON "portal"."position" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "post_unique" ON "portal"."post" USING btree ("user_id","department_id","position_id");--> statement-breakpoint
CREATE UNIQUE INDEX "post_primary" ON "portal"."post" USING btree ("user_id") WHERE is_primary;--> statement-breakpoint
CREATE INDEX "post_department" ON "portal"."post" USING btree ("department_id","position_id");--> statement-breakpoint
CREATE INDEX "post_position" ON "portal"."post" USING btree ("position_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_code" ON "portal"."role" USING btree ("code");--> statement-breakpoint
CREATE INDEX "role_member_role" ON "portal"."role_member" USING btree ("role_id");--> statement-breakpoint
CREATE INDEX "role_member_user" ON "portal"."role_member" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_login" ON "portal"."user" USING btree (lower("login"));--> statement-breakpoint
CREATE UNIQUE INDEX "user_email" ON "portal"."user" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "user_employee_no" ON "portal"."user" USING btree ("employee_no");--> statement-breakpoint
CREATE UNIQUE INDEX "work_group_code" ON "portal"."work_group" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "work_group_member_unique" ON "portal"."work_group_member" USING btree ("work_group_id","user_id");--> statement-breakpoint
CREATE INDEX "work_group_member_user" ON "portal"."work_group_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "document_instance" ON "portal"."document" USING btree ("root_instance_id");--> statement-breakpoint
CREATE INDEX "document_unbound" ON "portal"."document" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "process_key" ON "portal"."process" USING btree ("key");--> statement-breakpoint
CREATE INDEX "process_category_idx" ON "portal"."process" USING btree ("category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "process_version_no" ON "portal"."process_version" USING btree ("process_id","no");--> statement-breakpoint
CREATE INDEX "request_draft_user" ON "portal"."request_draft" USING btree ("user_id","id");