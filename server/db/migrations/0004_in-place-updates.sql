-- Every command updates its instance, and some its data: room on the page keeps these updates in place (HOT), and no index is written.
ALTER TABLE "portal"."process_instance" SET (fillfactor = 85);--> statement-breakpoint
ALTER TABLE "portal"."instance_data" SET (fillfactor = 85);
