import { z } from 'zod';
import { newId } from '@/lib/id';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import { modelBytes, modelText, readModelFile } from '@/server/bpmn/read-file';
import type { Ctx } from '@/server/context';
import { constraintOf, sqlState } from '@/server/db/sql-error';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { blankModel } from './blank-model';
import { line, localName } from '@/server/input';
import { requireCategory } from './internal/require-category';

export const CreateProcessInput = z.strictObject({
  commandId: z.uuid(),
  name: localName(100),
  /** Stable name for links and imports; made up when absent. */
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,60}$/)
    .optional(),
  icon: line(30).default('file'),
  categoryId: z.uuid().nullable().default(null),
  /** A model to begin with; absent = one human activity. */
  xml: modelText.optional(),
  /** Or the bytes of a file. */
  base64: modelBytes.optional(),
});
export type CreateProcessInput = z.infer<typeof CreateProcessInput>;

/** The command that makes a record, when another verb makes it: its repeat is known by what that verb was asked. */
type MadeBy = { verb: string; request: { commandId: string } };

/** A new process with a draft; nobody can start it before it is published. */
export async function createProcess(
  ctx: Ctx,
  input: CreateProcessInput,
  by: MadeBy = { verb: 'process.create', request: input },
): Promise<{ id: string; key: string }> {
  requirePermission(ctx, 'process.design');
  const given = await givenModel(input);
  return idempotent(ctx, by.verb, by.request, async (tx) => {
    const id = newId();
    const key = input.key ?? `p-${id.slice(-8)}`;
    const actorId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
    const words = ctx.locale === 'zh' ? { start: '提交', task: '审批', end: '办结' } : { start: 'Submit', task: 'Approve', end: 'Done' };
    await requireCategory(tx, input.categoryId);
    try {
      await tx.query({
        name: 'process_create',
        text: `insert into portal.process (id, key, name_zh, name_en, icon, category_id, draft_xml, draft_by, owner_ids, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)`,
        values: [
          id,
          key,
          input.name.zh,
          input.name.en,
          input.icon,
          input.categoryId,
          given ?? blankModel(key, words),
          actorId,
          actorId ? [actorId] : [],
        ],
      });
    } catch (error) {
      if (sqlState(error) === '23505' && constraintOf(error) === 'process_key') throw new AppError('NAME_TAKEN', { path: 'key' });
      throw error;
    }
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'process.created',
      subjectKind: 'process',
      subjectId: id,
      after: { key, name: { ...input.name } },
    });
    return { id, key };
  });
}

// helpers //////////////////////

/** What is hostile or no BPMN is refused before anything is stored. */
async function givenModel({ xml, base64 }: CreateProcessInput): Promise<string | undefined> {
  if (base64 !== undefined) return (await readModelFile({ base64 })).draft;
  return xml === undefined ? undefined : (await readModelFile({ xml })).draft;
}
