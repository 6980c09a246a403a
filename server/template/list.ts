import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { templates } from './registry';

export type TemplateView = {
  key: string;
  name: LocalText;
  summary: LocalText;
  icon: string /** The process it was installed as. */;
  processId: string | null;
};

/** The flows that can be installed with one click, and which of them are. */
export async function listTemplates(ctx: Ctx): Promise<readonly TemplateView[]> {
  requirePermission(ctx, 'template.install');
  const { rows } = await query<{ id: string; key: string }>({
    name: 'template_installed',
    text: 'select id, key from portal.process where key = any($1::text[])',
    values: [templates.map((template) => template.key)],
  });
  const installed = new Map(rows.map((row) => [row.key, row.id]));
  return templates.map(({ key, name, summary, icon }) => ({ key, name, summary, icon, processId: installed.get(key) ?? null }));
}
