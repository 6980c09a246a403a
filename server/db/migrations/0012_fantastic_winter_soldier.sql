DROP INDEX "portal"."job_ready";--> statement-breakpoint
ALTER TABLE "portal"."job" ADD COLUMN "connector_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;--> statement-breakpoint
CREATE INDEX "job_ready_of" ON "portal"."job" USING btree ("connector_id","run_at") WHERE status = 'ready';