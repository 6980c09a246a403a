import type { Definition } from '@/server/bpmn/definition';
import type { InstanceState } from '@/server/engine/core/state';
import { holdersOf } from './holders';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';
import type { People } from './people';
import type { History } from './history';
import type { DiagramView } from './request-page';
import type { PersonView } from './views';

type Source = {
  state: InstanceState;
  definition: Definition;
  history: Pick<History, 'places'>;
  /** The newest stretch: exact; of what was before it the activities and how they were reached. */
  journal: readonly JournalEntry[];
  people: People;
};

/** Where tokens are and which way they came. */
export function diagramOf(source: Source): Omit<DiagramView, 'xml'> {
  const { definition, history, people } = source;
  const flows = flowsOf(source);
  const visited = new Map(
    history.places.map(({ elementId, visits, lastAt, outcome, people: deciders }) => [
      elementId,
      { elementId, visits, lastAt, outcome, people: people.all(deciders ?? []) },
    ]),
  );
  for (const [flowId, { count, at }] of flows) {
    const flow = definition.flows[flowId];
    for (const elementId of flow ? [flow.source, flow.target] : []) {
      if (!isPassed(definition, elementId)) continue;
      const seen = visited.get(elementId);
      const visits = elementId === flow?.target ? (seen?.visits ?? 0) + count : (seen?.visits ?? 1);
      visited.set(elementId, { elementId, visits, lastAt: at, outcome: null, people: [] });
    }
  }
  return {
    tokens: tokensOf(source),
    visited: [...visited.values()],
    flows: [...flows].map(([flowId, { count }]) => ({ flowId, count })),
    incidents: [...new Set(Object.values(source.state.incidents).flatMap((incident) => incident.elementId ?? []))],
  };
}

// helpers //////////////////////

const activities: ReadonlySet<string> = new Set(['userTask', 'serviceTask', 'sendTask', 'subProcess', 'timerCatchEvent']);

function flowsOf({ journal, history }: Source): Map<string, { count: number; at: string }> {
  const flows = new Map<string, { count: number; at: string }>();
  for (const { at, events } of journal.toReversed()) {
    for (const event of events) {
      if (event.type === 'flowTaken') flows.set(event.flowId, { count: (flows.get(event.flowId)?.count ?? 0) + 1, at });
    }
  }
  for (const place of history.places) {
    for (const flowId of place.flows ?? []) if (!flows.has(flowId)) flows.set(flowId, { count: 1, at: place.lastAt });
  }
  return flows;
}

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
