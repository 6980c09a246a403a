import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Definition } from '@/server/bpmn/definition';

/** What the seat at an element may see and write; the start event's belongs to the applicant, also when the request comes back. */
export function accessAt(definition: Definition | undefined, elementId: string): FieldAccess {
  const element = definition?.elements[elementId];
  if (elementId === definition?.startId) return definition.settings.startAccess;
  return element?.kind === 'userTask' || element?.kind === 'sendTask' ? element.settings.access : hideAll;
}

/** Seeing stays, writing goes. */
export function readOnly(access: FieldAccess): FieldAccess {
  const fields = Object.fromEntries(
    Object.entries(access.fields).map(([id, level]) => [id, level === 'edit' || level === 'required' ? 'read' : level]),
  );
  return { fields, default: access.default === 'edit' ? 'read' : access.default, rows: {} };
}

/** Whoever wears several hats sees what any of them lets see; nobody writes by it. */
export function unionOf(accesses: readonly FieldAccess[]): FieldAccess {
  const [first, ...rest] = accesses.map(readOnly);
  if (!first) return hideAll;
  return rest.reduce((a, b) => {
    const ids = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
    const fields = Object.fromEntries([...ids].map((id) => [id, wider(a.fields[id] ?? a.default, b.fields[id] ?? b.default)]));
    return { fields, default: a.default === 'hidden' ? b.default : a.default, rows: {} };
  }, first);
}

// helpers //////////////////////

type Level = FieldAccess['fields'][string];
const hideAll: FieldAccess = { fields: {}, default: 'hidden', rows: {} };
const order: readonly Level[] = ['hidden', 'masked', 'read', 'edit', 'required'];

function wider(a: Level, b: Level): Level {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
