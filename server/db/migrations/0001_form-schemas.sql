-- Tables of published forms, and the views over them; made and altered by publishing alone.
CREATE SCHEMA IF NOT EXISTS "form_data";--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS "form_view";--> statement-breakpoint
REVOKE ALL ON SCHEMA "form_data" FROM PUBLIC;--> statement-breakpoint
REVOKE ALL ON SCHEMA "form_view" FROM PUBLIC;
