import type { Json } from '@/lib/json';
import type { Definition, ElementDef, FlowDef } from '@/server/bpmn/definition';
import { evaluateFeel } from '@/server/engine/core/feel';

/** Steps at which people act: behind it, under way, and ahead when everybody approves. */
export type Progress = { done: number; now: number; ahead: number };

export type Standing = {
  definition: Definition;
  /** What conditions read: the form's values, variables, the round. */
  values: Readonly<Record<string, Json>>;
  now: string;
  timeZone: string;
  /** Elements that were completed, and those that are active; the start when the applicant has it again. */
  done: readonly string[];
  active: readonly string[];
  /** It is back with the applicant: what is done then is not done again. */
  back: boolean;
};

/**
 * How far a request has come. The way ahead is read from the model with the values as they are; nobody of the organisation is asked, so
 * that a whole list costs no more than its rows. Where a condition cannot be told yet the way ends.
 */
export function progressOf(standing: Standing): Progress {
  const { definition, active } = standing;
  const isHuman = (id: string) => {
    const element = definition.elements[id];
    return element?.kind === 'userTask' && element.settings.completion.rule !== 'auto';
  };
  const reached = reachedFrom(standing);
  const current = new Set(active);
  const kept = standing.done.filter((id) => isHuman(id) && !current.has(id));
  const done = standing.back ? kept : kept.filter((id) => !reached.has(id));
  const ahead = [...reached].filter((id) => isHuman(id) && !current.has(id) && !done.includes(id));
  return { done: done.length, now: current.size, ahead: ahead.length };
}

// helpers //////////////////////

function reachedFrom(standing: Standing): Set<string> {
  const { definition, active } = standing;
  const reached = new Set<string>();
  const open = active.flatMap((id) => targetsOf(standing, definition.elements[id]));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const element = definition.elements[id];
    const inner = element?.kind === 'subProcess' ? definition.scopes[id]?.startId : undefined;
    open.push(...(inner === undefined ? targetsOf(standing, element) : [inner]));
  }
  return reached;
}

/** Where the flow goes from an element; from the end of a sub-process, to where that goes on. */
function targetsOf(standing: Standing, element: ElementDef | undefined): string[] {
  if (!element) return [];
  const { definition } = standing;
  if (element.kind === 'endEvent' && element.scope !== '') return targetsOf(standing, definition.elements[element.scope]);
  const flows = element.outgoing.flatMap((id) => definition.flows[id] ?? []);
  return takenOf(standing, element, flows).map((flow) => flow.target);
}

function takenOf(standing: Standing, element: ElementDef, flows: readonly FlowDef[]): FlowDef[] {
  const conditional = flows.some((flow) => flow.condition !== undefined || flow.isDefault);
  if (!conditional) return [...flows];
  const holding = flows.filter((flow) => !flow.isDefault).map((flow) => ({ flow, holds: holds(standing, flow) }));
  const first = element.kind === 'exclusiveGateway' ? holding.findIndex(({ holds: is }) => is !== false) : -1;
  const taken = first >= 0 ? holding.slice(first, first + 1) : holding.filter(({ holds: is }) => is !== false);
  if (taken.some(({ holds: is }) => is === null)) return [];
  return taken.length > 0 ? taken.map(({ flow }) => flow) : flows.filter((flow) => flow.isDefault);
}

/** Null where it cannot be told. */
function holds({ definition, values, now, timeZone }: Standing, { condition }: FlowDef): boolean | null {
  if (condition === undefined) return true;
  try {
    const told = evaluateFeel({ definition, values, now, timeZone }, condition);
    return typeof told === 'boolean' ? told : null;
  } catch {
    return null;
  }
}
