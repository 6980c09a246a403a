import type { FormSchema } from '@/forms/schema/schema';
import { type Locale, localText } from '@/lib/json';

/** The name of what a change concerns: a field, or a column of a sub-table's row (`lines[<row id>].price` → 预算明细 · 单价). */
export function pathLabel(schema: FormSchema, path: string, locale: Locale): string {
  const match = /^([^[\]]+)(?:\[[^\]]*\])?(?:\.(.+))?$/u.exec(path);
  if (!match) return path;
  const [, key, column] = match;
  for (const node of schema.sections.flatMap((section) => section.children)) {
    if (node.type === 'divider' || node.type === 'description' || node.key !== key) continue;
    const label = localText(node.label, locale);
    if (!column || node.type !== 'subTable') return label;
    const found = node.columns.find((candidate) => candidate.key === column);
    return `${label} · ${found ? localText(found.label, locale) : column}`;
  }
  return path;
}
