CREATE TABLE "portal"."search_key" (
	"kind" text NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"is_whole" boolean NOT NULL,
	CONSTRAINT "search_key_pk" PRIMARY KEY("kind","key","id","is_whole")
);
--> statement-breakpoint
CREATE TABLE "portal"."search_key_due" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "search_key_due_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE INDEX "search_key_of" ON "portal"."search_key" USING btree ("kind","id");--> statement-breakpoint
-- Whoever writes a name, a statement by hand or a node of an older build included, leaves word of it.
CREATE FUNCTION "portal"."search_key_wanted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		DELETE FROM portal.search_key WHERE kind = TG_ARGV[0] AND id = OLD.id;
		DELETE FROM portal.search_key_due WHERE kind = TG_ARGV[0] AND id = OLD.id;
	ELSE
		INSERT INTO portal.search_key_due (kind, id) VALUES (TG_ARGV[0], NEW.id) ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "user_search_key" AFTER INSERT OR DELETE ON "portal"."user" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('user');--> statement-breakpoint
CREATE TRIGGER "user_search_key_renamed" AFTER UPDATE ON "portal"."user" FOR EACH ROW WHEN ((OLD.name, OLD.name_en, OLD.login, OLD.email, OLD.employee_no) IS DISTINCT FROM (NEW.name, NEW.name_en, NEW.login, NEW.email, NEW.employee_no)) EXECUTE FUNCTION "portal"."search_key_wanted"('user');--> statement-breakpoint
CREATE TRIGGER "department_search_key" AFTER INSERT OR DELETE ON "portal"."department" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('department');--> statement-breakpoint
CREATE TRIGGER "department_search_key_renamed" AFTER UPDATE ON "portal"."department" FOR EACH ROW WHEN ((OLD.name_zh, OLD.name_en, OLD.code) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.code)) EXECUTE FUNCTION "portal"."search_key_wanted"('department');--> statement-breakpoint
CREATE TRIGGER "position_search_key" AFTER INSERT OR DELETE ON "portal"."position" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('position');--> statement-breakpoint
CREATE TRIGGER "position_search_key_renamed" AFTER UPDATE ON "portal"."position" FOR EACH ROW WHEN ((OLD.name_zh, OLD.name_en, OLD.code) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.code)) EXECUTE FUNCTION "portal"."search_key_wanted"('position');--> statement-breakpoint
CREATE TRIGGER "role_search_key" AFTER INSERT OR DELETE ON "portal"."role" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('role');--> statement-breakpoint
CREATE TRIGGER "role_search_key_renamed" AFTER UPDATE ON "portal"."role" FOR EACH ROW WHEN ((OLD.name_zh, OLD.name_en, OLD.code) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.code)) EXECUTE FUNCTION "portal"."search_key_wanted"('role');--> statement-breakpoint
CREATE TRIGGER "work_group_search_key" AFTER INSERT OR DELETE ON "portal"."work_group" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('workGroup');--> statement-breakpoint
CREATE TRIGGER "work_group_search_key_renamed" AFTER UPDATE ON "portal"."work_group" FOR EACH ROW WHEN ((OLD.name_zh, OLD.name_en, OLD.code) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.code)) EXECUTE FUNCTION "portal"."search_key_wanted"('workGroup');--> statement-breakpoint
CREATE TRIGGER "form_search_key" AFTER INSERT OR DELETE ON "portal"."form" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('form');--> statement-breakpoint
CREATE TRIGGER "form_search_key_renamed" AFTER UPDATE ON "portal"."form" FOR EACH ROW WHEN ((OLD.name_zh, OLD.name_en, OLD.code) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.code)) EXECUTE FUNCTION "portal"."search_key_wanted"('form');--> statement-breakpoint
CREATE TRIGGER "process_search_key" AFTER INSERT OR DELETE ON "portal"."process" FOR EACH ROW EXECUTE FUNCTION "portal"."search_key_wanted"('process');--> statement-breakpoint
CREATE TRIGGER "process_search_key_renamed" AFTER UPDATE ON "portal"."process" FOR EACH ROW WHEN ((OLD.name_zh, OLD.name_en, OLD.key) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.key)) EXECUTE FUNCTION "portal"."search_key_wanted"('process');--> statement-breakpoint
INSERT INTO "portal"."search_key_due" (kind, id)
SELECT 'user', id FROM "portal"."user"
UNION ALL SELECT 'department', id FROM "portal"."department"
UNION ALL SELECT 'position', id FROM "portal"."position"
UNION ALL SELECT 'role', id FROM "portal"."role"
UNION ALL SELECT 'workGroup', id FROM "portal"."work_group"
UNION ALL SELECT 'form', id FROM "portal"."form"
UNION ALL SELECT 'process', id FROM "portal"."process";
