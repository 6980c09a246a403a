import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { answeredBefore, idempotent } from '@/server/idempotent';
import { createForm } from '@/server/form/create';
import { publishForm } from '@/server/form/publish';
import { createProcess } from '@/server/process/create';
import { publishProcess } from '@/server/process/publish';
import { loadLookup, type Missing, withoutMissing } from './lookup';
import { modelXml } from './model-xml';
import { templates } from './registry';
import { line } from '@/server/input';

export const InstallTemplateInput = z.strictObject({ commandId: z.uuid(), key: line(60, 1) });
type Input = z.infer<typeof InstallTemplateInput>;

/** `missing`: what has to be set in the draft before it can be published. */
export type Installed = { processId: string; installed: boolean; missing: readonly Missing[] };

/**
 * Installs a template by the verbs that a designer would use: its form is published, then its flow. One that is there already is left
 * alone. Where this installation lacks what the flow names (a role, a department, an outside system), the flow stays a draft. Each step has an id of its own made of the command's, so that a repeat after a crash goes on where it stopped.
 */
export async function installTemplate(ctx: Ctx, input: Input): Promise<Installed> {
  requirePermission(ctx, 'template.install');
  const { key, commandId } = input;
  const template = templates.find((candidate) => candidate.key === key);
  if (!template) throw new AppError('NOT_FOUND');
  const before = await answeredBefore<Input, Installed>(ctx, 'template.install', input);
  if (before) return before;
  const { rows: there } = await query<{ id: string }>({
    name: 'template_process',
    text: 'select id from portal.process where key = $1',
    values: [key],
  });
  const found = there[0];
  if (found) return idempotent(ctx, 'template.install', input, async () => ({ processId: found.id, installed: false, missing: [] }));
  const { lookup, missing } = await loadLookup();
  const schema = template.form(lookup);
  const form = await createForm(ctx, { commandId: stepId(commandId, 'form'), name: schema.title, schema });
  await publishForm(ctx, { commandId: stepId(commandId, 'form published'), id: form.id, rev: 1, note: '' });
  const { rows: categories } = await query<{ id: string }>({
    name: 'template_category',
    text: 'select id from portal.process_category where code = $1',
    values: [template.categoryCode],
  });
  const process = await createProcess(ctx, {
    commandId: stepId(commandId, 'process'),
    key,
    name: template.name,
    icon: template.icon,
    categoryId: categories[0]?.id ?? null,
    xml: modelXml(key, withoutMissing(template.model(lookup, form.id))),
  });
  if (missing().length === 0)
    await publishProcess(ctx, { commandId: stepId(commandId, 'process published'), id: process.id, rev: 1, note: '' });
  return idempotent(ctx, 'template.install', input, async () => ({ processId: process.id, installed: true, missing: missing() }));
}

// helpers //////////////////////

function stepId(commandId: string, step: string): string {
  const hex = createHash('sha256').update(`${commandId} ${step}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
