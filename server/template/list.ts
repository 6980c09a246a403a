import { z } from 'zod';
import type { FormSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { loadLookup, type Missing, withoutMissing } from './lookup';
import { modelXml } from './model-xml';
import { templates } from './registry';
import { line } from '@/server/input';

export type TemplateView = {
  key: string;
  name: LocalText;
  summary: LocalText;
  icon: string;
  /** The process it was installed as. */
  processId: string | null;
  /** What this installation lacks of what it names. */
  missing: readonly Missing[];
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
  return Promise.all(
    templates.map(async (template) => {
      const { key, name, summary, icon } = template;
      const { lookup, missing } = await loadLookup();
      template.form(lookup);
      template.model(lookup, NO_FORM);
      return { key, name, summary, icon, processId: installed.get(key) ?? null, missing: missing() };
    }),
  );
}

export const PreviewTemplateInput = z.strictObject({ key: line(60, 1) });
export type PreviewTemplateInput = z.infer<typeof PreviewTemplateInput>;

/** A template's form and flow as they would be installed here, to look at. */
export async function previewTemplate(ctx: Ctx, { key }: PreviewTemplateInput): Promise<{ form: FormSchema; xml: string }> {
  requirePermission(ctx, 'template.install');
  const template = templates.find((candidate) => candidate.key === key);
  if (!template) throw new AppError('NOT_FOUND');
  const { lookup } = await loadLookup();
  return { form: template.form(lookup), xml: modelXml(key, withoutMissing(template.model(lookup, NO_FORM))) };
}

// helpers //////////////////////

/** Nothing is stored, so the flow needs no real form. */
const NO_FORM = '00000000-0000-4000-8000-000000000000';
