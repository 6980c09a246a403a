import { z } from 'zod';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Definition } from '@/server/bpmn/definition';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const FormActivitiesInput = z.strictObject({ id: z.uuid() });
export type FormActivitiesInput = z.infer<typeof FormActivitiesInput>;

/** Where people meet the form: `elementId` is null where a request is filled in. */
export type FormActivity = { elementId: string | null; name: LocalText; access: FieldAccess };
export type FormProcess = { processId: string; name: LocalText; activities: readonly FormActivity[] };

/** The activities of the live processes that use a form, each with what it lets people see and write. */
export async function formActivities(ctx: Ctx, input: FormActivitiesInput): Promise<readonly FormProcess[]> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<{ id: string; name_zh: string; name_en: string; definition: Definition }>({
    name: 'form_activities',
    text: `select p.id, p.name_zh, p.name_en, v.definition from portal.process p join portal.process_version v on v.id = p.latest_version_id
           where p.form_id = $1 and p.retired_at is null order by p.name_zh limit 50`,
    values: [input.id],
  });
  return rows.map(({ id, name_zh, name_en, definition }) => ({
    processId: id,
    name: { zh: name_zh, en: name_en },
    activities: [
      { elementId: null, name: { zh: '', en: '' }, access: definition.settings.startAccess },
      ...Object.values(definition.elements).flatMap((element) =>
        element.kind === 'userTask' || element.kind === 'sendTask'
          ? [{ elementId: element.id, name: { zh: element.name, en: element.nameEn ?? '' }, access: element.settings.access }]
          : [],
      ),
    ],
  }));
}
