import type { FormNode, FormSchema, ScalarField } from '@/forms/schema/schema';
import { allFields, fieldsOf, isField } from '@/forms/schema/walk';
import type { Problem } from '@/lib/bpmn/problem';
import type { Issue } from '@/lib/errors';
import { compileModel } from '@/server/bpmn/compile';
import { query } from '@/server/db/client';
import { activeConnectorIds, checkContextOf } from '@/server/process/form-context';

/**
 * Fields that a draft takes away while a live process still needs them, each with the process and the element that does. What a
 * process only shows or hides is no need; what it decides by, names people by or writes into is.
 */
export async function fieldsInUse(formId: string, draft: FormSchema, previous: FormSchema | null): Promise<Issue[]> {
  const kept = new Set(allFields(draft).map(({ field }) => field.id));
  const gone = previous ? allFields(previous).filter(({ field }) => !kept.has(field.id)) : [];
  if (!previous || gone.length === 0) return [];
  const { rows } = await query<{ xml: string; name: string }>({
    name: 'form_live_models',
    text: `select v.xml, coalesce(nullif(p.name_zh, ''), p.name_en) as name from portal.process p join portal.process_version v on v.id = p.latest_version_id
           where p.form_id = $1 and p.retired_at is null`,
    values: [formId],
  });
  if (rows.length === 0) return [];
  const connectorIds = await activeConnectorIds();
  const problems = async (xml: string, schema: FormSchema) =>
    (await compileModel(xml, { form: checkContextOf(schema), connectorIds })).problems.filter(({ level }) => level === 'error');
  const issues: Issue[] = [];
  for (const { xml, name } of rows) {
    const broken = await problems(xml, draft);
    if (broken.length === 0) continue;
    for (const { field } of gone) {
      const left = new Set((await problems(xml, withField(draft, previous, field.id))).map(keyOf));
      const cured = broken.find((problem) => !left.has(keyOf(problem)));
      if (!cured) continue;
      const label = field.label.zh || field.label.en;
      issues.push({
        code: 'FORM_IN_USE',
        path: field.id,
        params: { process: name, field: label, element: String(cured.params.name ?? '') },
      });
    }
  }
  return issues;
}

// helpers //////////////////////

function keyOf({ code, elementId, params }: Problem): string {
  return JSON.stringify([code, elementId, params]);
}

/** The draft with one field or column of the version before put back where nothing else has its key. */
function withField(draft: FormSchema, previous: FormSchema, fieldId: string): FormSchema {
  const found = allFields(previous).find(({ field }) => field.id === fieldId);
  const [first, ...rest] = draft.sections;
  if (!found || !first) return draft;
  if (found.parent === null) {
    const taken = fieldsOf(draft).some((field) => field.key === found.field.key);
    return taken ? draft : { ...draft, sections: [{ ...first, children: [...first.children, found.field] }, ...rest] };
  }
  const tableId = found.parent.id;
  const withColumn = (node: FormNode): FormNode =>
    isField(node) && node.type === 'subTable' && node.id === tableId
      ? { ...node, columns: [...node.columns, found.field as ScalarField] }
      : node;
  return { ...draft, sections: draft.sections.map((section) => ({ ...section, children: section.children.map(withColumn) })) };
}
