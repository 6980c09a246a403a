import { z } from 'zod';
import { newId } from '@/lib/id';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { createForm } from '@/server/form/create';
import { publishForm } from '@/server/form/publish';
import { orgIndex } from '@/server/org/org-index';
import { createProcess } from '@/server/process/create';
import { publishProcess } from '@/server/process/publish';
import { modelXml } from './model-xml';
import { templates } from './registry';
import type { Lookup } from './template';

export const InstallTemplateInput = z.strictObject({ key: z.string().min(1).max(60) });

/** Installs a template by the verbs that a designer would use: its form is published, then its flow. One that is there already is left alone. */
export async function installTemplate(ctx: Ctx, key: string): Promise<{ processId: string; installed: boolean }> {
  requirePermission(ctx, 'template.install');
  const template = templates.find((candidate) => candidate.key === key);
  if (!template) throw new AppError('NOT_FOUND');
  const { rows: there } = await query<{ id: string }>({
    name: 'template_process',
    text: 'select id from portal.process where key = $1',
    values: [key],
  });
  if (there[0]) return { processId: there[0].id, installed: false };
  const lookup = await loadLookup();
  const schema = template.form(lookup);
  const form = await createForm(ctx, { commandId: newId(), name: schema.title, schema });
  await publishForm(ctx, { commandId: newId(), id: form.id, rev: 1, note: '' });
  const { rows: categories } = await query<{ id: string }>({
    name: 'template_category',
    text: 'select id from portal.process_category where code = $1',
    values: [template.categoryCode],
  });
  const process = await createProcess(ctx, {
    commandId: newId(),
    key,
    name: template.name,
    icon: template.icon,
    categoryId: categories[0]?.id ?? null,
    xml: modelXml(key, template.model(lookup, form.id)),
  });
  await publishProcess(ctx, { commandId: newId(), id: process.id, rev: 1, note: '' });
  return { processId: process.id, installed: true };
}

// helpers //////////////////////

async function loadLookup(): Promise<Lookup> {
  const index = await orgIndex({ query });
  const { rows } = await query<{ id: string; code: string }>({
    name: 'template_connectors',
    text: 'select id, code from portal.connector where disabled_at is null',
    values: [],
  });
  const connectors = new Map(rows.map((row) => [row.code, row.id]));
  const find = (map: ReadonlyMap<string, string>, code: string) => {
    const id = map.get(code);
    if (!id) throw new AppError('NOT_FOUND', { path: code });
    return id;
  };
  return {
    department: (code) => find(index.departments, code),
    position: (code) => find(index.positions, code),
    role: (code) => find(index.roles, code),
    workGroup: (code) => find(index.workGroups, code),
    connector: (code) => find(connectors, code),
  };
}
