ALTER TABLE "portal"."request_draft" ADD COLUMN "documents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "portal"."request_draft" ADD COLUMN "department_id" uuid;