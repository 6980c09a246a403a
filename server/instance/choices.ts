import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { Definition } from '@/server/bpmn/definition';
import type { PeopleChoice } from './views';

/** Activities for which the applicant chooses people: all that say so, and the next ones whose predecessor chooses. */
export function choicesAtStart(definition: Definition, made: Chosen = {}): PeopleChoice[] {
  const next = new Set(nextHuman(definition, definition.startId));
  return Object.keys(definition.elements).flatMap((id) =>
    choiceAt(definition, id, made, (kind) => kind === 'chosenByApplicant' || (kind === 'chosenByPrevious' && next.has(id))),
  );
}

/** Activities right after this one that let its handler choose; it may come after itself, and then its last people are no proposal. */
export function choicesAfter(definition: Definition, elementId: string, made: Chosen): PeopleChoice[] {
  const others = { ...made, [elementId]: [] };
  return nextHuman(definition, elementId).flatMap((id) => choiceAt(definition, id, others, (kind) => kind === 'chosenByPrevious'));
}

// helpers //////////////////////

/** Who was chosen before, by element id. */
type Chosen = Readonly<Record<string, readonly string[]>>;

function choiceAt(
  definition: Definition,
  elementId: string,
  made: Chosen,
  wanted: (kind: AssignmentRule['kind']) => boolean,
): PeopleChoice[] {
  const element = definition.elements[elementId];
  if (element?.kind !== 'userTask') return [];
  const rule = element.settings.assignment.find((candidate) => wanted(candidate.kind));
  if (!rule || !('multiple' in rule)) return [];
  return [{ elementId, elementName: element.name, multiple: rule.multiple, chosen: made[elementId] ?? [] }];
}

/** The user tasks that can come next, whatever the conditions say, into and out of sub-processes. */
function nextHuman(definition: Definition, from: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (elementId: string) => {
    if (seen.has(elementId)) return;
    seen.add(elementId);
    const element = definition.elements[elementId];
    if (!element) return;
    if (element.kind === 'userTask' && element.settings.completion.rule !== 'auto') {
      found.add(elementId);
      return;
    }
    const start = element.kind === 'subProcess' ? definition.scopes[elementId]?.startId : undefined;
    if (start) visit(start);
    else follow(elementId);
  };
  const follow = (elementId: string) => {
    const element = definition.elements[elementId];
    if (!element) return;
    for (const flowId of element.outgoing) {
      const flow = definition.flows[flowId];
      if (flow) visit(flow.target);
    }
    if (element.outgoing.length === 0 && element.scope !== '') follow(element.scope);
  };
  follow(from);
  return [...found];
}
