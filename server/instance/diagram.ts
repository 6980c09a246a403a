import type { Definition } from '@/server/bpmn/definition';
import type { InstanceState } from '@/server/engine/core/state';
import { holdersOf } from './holders';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';
import type { People } from './people';
import type { DiagramView, TimelineActivity, TimelineEntry } from './request-page';
import type { PersonView } from './views';

type Source = {
  state: InstanceState;
  definition: Definition;
  journal: readonly JournalEntry[];
  timeline: readonly TimelineEntry[];
  people: People;
};

/** Where tokens are and which way they came: read from the journal, so that a loop shows how often. */
export function diagramOf(source: Source): Omit<DiagramView, 'xml'> {
  const flows = new Map<string, number>();
  const visits = new Map<string, { visits: number; lastAt: string }>();
  const visit = (elementId: string | undefined, at: string) => {
    if (elementId !== undefined) visits.set(elementId, { visits: (visits.get(elementId)?.visits ?? 0) + 1, lastAt: at });
  };
  for (const { at, events } of source.journal) {
    for (const event of events) {
      if (event.type === 'activityActivated' && event.activity.kind !== 'revise') visit(event.activity.elementId, at);
      if (event.type !== 'flowTaken') continue;
      flows.set(event.flowId, (flows.get(event.flowId) ?? 0) + 1);
      const flow = source.definition.flows[event.flowId];
      if (flow && isPassed(source.definition, flow.source) && !visits.has(flow.source)) visit(flow.source, at);
      if (flow && isPassed(source.definition, flow.target)) visit(flow.target, at);
    }
  }
  return {
    tokens: tokensOf(source),
    visited: [...visits].map(([elementId, seen]) => ({ elementId, ...seen, ...decidersOf(source.timeline, elementId) })),
    flows: [...flows].map(([flowId, count]) => ({ flowId, count })),
    incidents: [...new Set(Object.values(source.state.incidents).flatMap((incident) => incident.elementId ?? []))],
  };
}

// helpers //////////////////////

const activities: ReadonlySet<string> = new Set(['userTask', 'serviceTask', 'sendTask', 'subProcess', 'timerCatchEvent']);

/** Elements that a token passes without becoming active there: their visits are the flows that led to them. */
function isPassed(definition: Definition, elementId: string): boolean {
  const kind = definition.elements[elementId]?.kind;
  return kind !== undefined && !activities.has(kind);
}

function tokensOf({ state, definition, people }: Source): DiagramView['tokens'] {
  const holders = new Map(holdersOf(state, definition, people).map((holder) => [holder.activityId, holder]));
  const active = Object.values(state.activities)
    .filter((activity) => activity.kind !== 'subProcess')
    .map(({ id, elementId, startedAt, dueAt }) => ({ elementId, since: startedAt, dueAt, people: namesOf(holders.get(id)?.people ?? []) }));
  const waiting = Object.values(state.tokens).map(({ elementId, at }) => ({ elementId, since: at, dueAt: null, people: [] }));
  return [...active, ...waiting];
}

function namesOf(people: readonly PersonView[]): PersonView[] {
  return people.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}

/** Who decided there, and how the last visit ended. */
function decidersOf(timeline: readonly TimelineEntry[], elementId: string): { people: PersonView[]; outcome: TimelineActivity['outcome'] } {
  const visits = timeline.filter(
    (entry): entry is TimelineActivity => entry.type === 'activity' && entry.elementId === elementId && entry.kind === 'human',
  );
  const decided = visits
    .flatMap((entry) => entry.seats)
    .filter((seat) => seat.status === 'approved' || seat.status === 'rejected' || seat.status === 'returned');
  const people = new Map(decided.flatMap((seat) => (seat.person ? [[seat.person.id, seat.person]] : [])));
  return { people: [...people.values()], outcome: visits[0]?.outcome ?? null };
}
