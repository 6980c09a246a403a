ALTER TABLE "portal"."journal" ADD COLUMN "body" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "portal"."journal" ADD COLUMN "hash" "bytea" NOT NULL;