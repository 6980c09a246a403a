import type { Definition } from '@/server/bpmn/definition';
import type { CommandType } from '@/server/engine/core/command';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';
import { seatsMadeBy, wordsAlong } from './entry-facts';
import type { People } from './people';
import type { ActKind, TimelineAct } from './request-page';
import type { TrailWindow } from './trail-window';

/** What people and workers did beside deciding: each entry of the journal tells it by itself, without those before it. */
export function actsOf(trail: TrailWindow, definition: Definition, people: People): TimelineAct[] {
  return trail.journal.flatMap((entry) => {
    const round = trail.rounds.findLast(({ seq }) => seq <= entry.seq)?.round ?? 1;
    return happenings(entry, { definition, trail }).map(({ act, elementId, targets, text }) => ({
      type: 'act' as const,
      seq: entry.seq,
      at: entry.at,
      round,
      act,
      by:
        entry.actorId === null || act === 'ended'
          ? { kind: 'system' as const, name: entry.actorName }
          : { kind: 'user' as const, person: people.of(entry.actorId) },
      target: targets[0] === undefined ? null : people.of(targets[0]),
      more: Math.max(0, targets.length - 1),
      elementId,
      elementName: elementId === null ? null : (definition.elements[elementId]?.name ?? null),
      text,
    }));
  });
}

export function peopleInActs(journal: readonly JournalEntry[]): (string | null)[] {
  return journal.flatMap((entry) => [
    entry.actorId,
    ...entry.events.map((event) => (event.type === 'workItemCreated' && event.workItem.kind !== 'read' ? event.workItem.userId : null)),
  ]);
}

// helpers //////////////////////

type Source = { definition: Definition; trail: TrailWindow };
type Happening = { act: ActKind; elementId: string | null; targets: readonly string[]; text: string | null };

/** Commands that are an act of their own; what they say is their reason or comment. */
const acts: Partial<Record<CommandType, ActKind>> = {
  startInstance: 'submitted',
  resubmit: 'resubmitted',
  withdraw: 'withdrawn',
  urge: 'urged',
  claim: 'claimed',
  release: 'released',
  transfer: 'transferred',
  addSign: 'signersAdded',
  removeSign: 'signerRemoved',
  suspend: 'suspended',
  resume: 'resumed',
  terminate: 'terminated',
  reassign: 'reassigned',
  retryIncident: 'incidentRetried',
  completeJob: 'serviceDone',
  throwJobError: 'serviceError',
  remindReaders: 'readersReminded',
};

function happenings(entry: JournalEntry, { definition, trail }: Source): Happening[] {
  const all: Happening[] = [];
  const note = (act: ActKind, elementId: string | null = null, text: string | null = null) =>
    all.push({ act, elementId, targets: [], text });
  for (const event of entry.events) {
    if (event.type === 'incidentRaised') note('incidentRaised', event.incident.elementId, event.incident.kind);
    else if (event.type === 'jobChanged' && event.change.status === 'dead' && entry.command === 'failJob')
      note('serviceFailed', incidentElement(entry));
    else if (event.type === 'timerRemoved' && event.fired) {
      const timer = timerElement(entry, definition);
      if (timer !== null) note('timerFired', timer);
    } else if (event.type === 'instanceEnded' && (event.status === 'completed' || event.outcome === 'expired'))
      note('ended', null, event.outcome);
  }
  const act = acts[entry.command];
  if (act) all.push({ act, ...aboutOf(entry, { definition, trail }), text: entry.reason ?? wordsAlong(entry) });
  return all;
}

/** Where an act happened and whom it concerns: the seats that it created or changed, the job that it ended. */
function aboutOf(entry: JournalEntry, { definition, trail }: Source): Pick<Happening, 'elementId' | 'targets'> {
  const created = seatsMadeBy(entry);
  const changed = entry.events.find((event) => event.type === 'workItemChanged');
  switch (entry.command) {
    case 'transfer':
    case 'reassign':
    case 'addSign':
      return { elementId: created[0]?.elementId ?? null, targets: created.flatMap((item) => item.userId ?? []) };
    case 'claim':
    case 'release':
    case 'remindReaders':
      return { elementId: changed?.elementId ?? null, targets: [] };
    case 'removeSign': {
      const seats = trail.activities.flatMap((activity) => activity.seats);
      const userId = seats.find((seat) => seat.id === changed?.workItemId)?.userId;
      return { elementId: changed?.elementId ?? null, targets: userId ? [userId] : [] };
    }
    case 'retryIncident': {
      const resolved = entry.events.find((event) => event.type === 'incidentResolved');
      return { elementId: resolved?.elementId ?? null, targets: [] };
    }
    case 'completeJob':
    case 'throwJobError':
      return { elementId: endedElement(entry, definition), targets: [] };
    default:
      return { elementId: null, targets: [] };
  }
}

/** The service task whose job it was: it ended in the same step, one way or the other. */
function endedElement(entry: JournalEntry, definition: Definition): string | null {
  const ended = entry.events.find(
    (event) => event.type === 'activityEnded' && definition.elements[event.elementId]?.kind === 'serviceTask',
  );
  return ended?.type === 'activityEnded' ? ended.elementId : incidentElement(entry);
}

function incidentElement(entry: JournalEntry): string | null {
  const raised = entry.events.find((event) => event.type === 'incidentRaised');
  return raised?.type === 'incidentRaised' ? raised.incident.elementId : null;
}

/** The timer of the flow by which a token then left. Reminders and due times are notices: no token leaves by them. */
function timerElement(entry: JournalEntry, definition: Definition): string | null {
  for (const event of entry.events) {
    const source = event.type === 'flowTaken' ? definition.flows[event.flowId]?.source : undefined;
    const kind = source === undefined ? undefined : definition.elements[source]?.kind;
    if (source !== undefined && (kind === 'timerBoundaryEvent' || kind === 'timerCatchEvent')) return source;
  }
  return null;
}
