DROP INDEX "portal"."process_instance_number";--> statement-breakpoint
CREATE INDEX "process_instance_number" ON "portal"."process_instance" USING btree ("number" text_pattern_ops);