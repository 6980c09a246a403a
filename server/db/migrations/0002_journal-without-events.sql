DROP INDEX "portal"."work_item_activity";--> statement-breakpoint
CREATE INDEX "work_item_inbox_due" ON "portal"."work_item" USING btree ("user_id","due_at","id") WHERE open and due_at is not null and kind <> 'read';--> statement-breakpoint
ALTER TABLE "portal"."journal" DROP COLUMN "events";--> statement-breakpoint
ALTER TABLE "portal"."journal" DROP COLUMN "result";--> statement-breakpoint
ALTER TABLE "portal"."journal" DROP COLUMN "prev_hash";--> statement-breakpoint
ALTER TABLE "portal"."journal" DROP COLUMN "hash";