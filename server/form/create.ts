import { z } from 'zod';
import { newFieldId, newFormCode } from '@/forms/schema/ids';
import type { FormSchema } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { requirePermission, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { readDraft } from './read-draft';
import { localName } from '@/server/input';

export const CreateFormInput = z.strictObject({
  commandId: z.uuid(),
  name: localName(100),
  /** A template's or another form's drawing; its ids are kept. Default: one empty section. */
  schema: z.unknown().optional(),
});
export type CreateFormInput = z.infer<typeof CreateFormInput>;

/** The command that makes a record, when another verb makes it: its repeat is known by what that verb was asked. */
type MadeBy = { verb: string; request: { commandId: string } };

/** A new form with an empty draft; its code, which names its table, is made here once. */
export function createForm(
  ctx: Ctx,
  input: CreateFormInput,
  by: MadeBy = { verb: 'form.create', request: input },
): Promise<{ id: string; code: string }> {
  requirePermission(ctx, 'form.design');
  const actorId = ctx.actor.kind === 'user' ? requireUser(ctx).userId : null;
  return idempotent(ctx, by.verb, by.request, async (tx) => {
    const created = { id: newId(), code: newFormCode() };
    const draft: FormSchema = (input.schema === undefined ? null : readDraft(input.schema)) ?? {
      title: input.name,
      sections: [{ id: newFieldId(), type: 'section', label: { zh: '', en: '' }, children: [] }],
    };
    await tx.query({
      name: 'form_create',
      text: `insert into portal.form (id, code, name_zh, name_en, draft, draft_by, created_by) values ($1, $2, $3, $4, $5, $6, $6)`,
      values: [created.id, created.code, input.name.zh, input.name.en, JSON.stringify(draft), actorId],
    });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'form.created',
      subjectKind: 'form',
      subjectId: created.id,
      after: { name: input.name as unknown as Json, code: created.code },
    });
    return created;
  });
}
