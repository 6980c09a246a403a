import type { Definition } from '@/server/bpmn/definition';
import type { InstanceState } from '@/server/engine/core/state';
import type { People } from './people';
import type { History } from './history';
import type { DiagramView } from './request-page';
import type { TrailWindow } from './trail-window';
import type { HolderView, PersonView } from './views';

type Source = {
  state: InstanceState;
  definition: Definition;
  history: Pick<History, 'places'>;
  /** The newest stretch: exact; of what was before it the activities and how they were reached. */
  trail: Pick<TrailWindow, 'journal' | 'activities' | 'rounds'>;
  holders: readonly HolderView[];
  people: People;
};

/** Where tokens are and which way they came. */
export function diagramOf(source: Source): Omit<DiagramView, 'xml'> {
  const { definition, history, people } = source;
  const flows = flowsOf(source);
  const begunAnew = begunAnewAt(source.trail);
  const isEarlier = (at: string) => begunAnew !== null && at < begunAnew;
  const visited = new Map(
    history.places.map(({ elementId, visits, lastAt, outcome, status, people: deciders }) => [
      elementId,
      {
        elementId,
        visits,
        lastAt,
        outcome,
        people: people.all(deciders ?? []),
        earlier: isEarlier(lastAt),
        left: outcome === null && status !== 'active' && status !== 'completed',
      },
    ]),
  );
  for (const [flowId, { count, at }] of flows) {
    const flow = definition.flows[flowId];
    for (const elementId of flow ? [flow.source, flow.target] : []) {
      if (!isPassed(definition, elementId)) continue;
      const seen = visited.get(elementId);
      const visits = elementId === flow?.target ? (seen?.visits ?? 0) + count : (seen?.visits ?? 1);
      visited.set(elementId, { elementId, visits, lastAt: at, outcome: null, people: [], earlier: isEarlier(at), left: false });
    }
  }
  return {
    tokens: tokensOf(source),
    visited: [...visited.values()],
    flows: [...flows].map(([flowId, { count, at }]) => ({ flowId, count, earlier: isEarlier(at) })),
    returns: returnsOf(source.trail),
    incidents: [...new Set(Object.values(source.state.incidents).flatMap((incident) => incident.elementId ?? []))],
  };
}

// helpers //////////////////////

const activities: ReadonlySet<string> = new Set(['userTask', 'serviceTask', 'sendTask', 'subProcess', 'timerCatchEvent']);

/** When the whole chain was begun anew the last time: what was done before it is done again. */
function begunAnewAt({ activities }: Source['trail']): string | null {
  const ended = activities.flatMap(({ wayBack, status, endedAt }) =>
    wayBack?.mode === 'wholeChain' && status === 'completed' && endedAt !== null ? [endedAt] : [],
  );
  return ended.toSorted().at(-1) ?? null;
}

function returnsOf({ activities, rounds }: Source['trail']): DiagramView['returns'] {
  return activities
    .filter(({ kind }) => kind === 'revise')
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .flatMap(({ elementId: to, startedAt, wayBack }) => {
      const from =
        wayBack?.activities.find(({ seats }) => seats.some((seat) => seat.userId === wayBack.byUserId)) ?? wayBack?.activities[0];
      const round = rounds.findLast(({ at }) => at <= startedAt)?.round ?? 1;
      return wayBack && from ? [{ elementId: from.elementId, to, round, cause: wayBack.cause }] : [];
    });
}

function flowsOf({ trail: { journal }, history }: Source): Map<string, { count: number; at: string }> {
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

function tokensOf({ state, holders: all }: Source): DiagramView['tokens'] {
  const holders = new Map(all.map((holder) => [holder.activityId, holder]));
  const active = Object.values(state.activities)
    .filter((activity) => activity.kind !== 'subProcess')
    .map(({ id, elementId, startedAt, dueAt }) => ({ elementId, since: startedAt, dueAt, people: namesOf(holders.get(id)?.people ?? []) }));
  const waiting = Object.values(state.tokens).map(({ elementId, at }) => ({ elementId, since: at, dueAt: null, people: [] }));
  return [...active, ...waiting];
}

function namesOf(people: readonly PersonView[]): PersonView[] {
  return people.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}
