ALTER TABLE "portal"."job" ADD COLUMN "connector_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal"."outbox" ADD COLUMN "failures" integer;--> statement-breakpoint
ALTER TABLE "portal"."outbox" ADD COLUMN "put_off_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "command_log_at" ON "portal"."command_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "job_ready_of" ON "portal"."job" USING btree ("connector_id","run_at") WHERE status = 'ready';