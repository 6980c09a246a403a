CREATE TABLE "portal"."organisation_revision" (
	"singleton" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"revision" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "organisation_revision_singleton" CHECK ("portal"."organisation_revision"."singleton")
);--> statement-breakpoint
INSERT INTO "portal"."organisation_revision" DEFAULT VALUES;--> statement-breakpoint
-- At commit, and once in a transaction: whoever imports five thousand people holds the row for no longer than the commit takes.
CREATE FUNCTION "portal"."organisation_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('portal.organisation_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
		PERFORM set_config('portal.organisation_changed', pg_current_xact_id()::text, true);
		UPDATE portal.organisation_revision SET revision = gen_random_uuid();
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "department_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."department" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "position_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."position" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "post_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."post" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "role_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."role" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "role_member_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."role_member" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "work_group_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."work_group" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "work_group_member_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."work_group_member" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "delegation_organisation" AFTER INSERT OR UPDATE OR DELETE ON "portal"."delegation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();--> statement-breakpoint
-- Not with every new password or language.
CREATE CONSTRAINT TRIGGER "user_organisation" AFTER INSERT OR UPDATE OF "id", "name", "name_en", "disabled_at" OR DELETE ON "portal"."user" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "portal"."organisation_changed"();
