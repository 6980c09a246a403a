import type { Definition } from '@/server/bpmn/definition';
import type { CommandType } from '@/server/engine/core/command';
import type { EngineEvent } from '@/server/engine/core/event';
import type { ActivityInstance, Timer } from '@/server/engine/core/state';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';
import type { People } from './people';
import type { ActKind, ActorView, TimelineAct, TimelineActivity, TimelineEntry } from './request-page';
import type { PersonView } from './views';
import { changeSeat, newSeat } from './timeline-seat';

/** What happened, newest first: each human activity with its seats and the arithmetic of its vote, and between them what else people and workers did. */
export function timelineOf(journal: readonly JournalEntry[], definition: Definition, people: People): TimelineEntry[] {
  const timeline = new Timeline(definition, people);
  for (const entry of journal) timeline.read(entry);
  return timeline.newestFirst();
}

/** Everybody a journal names, so that the names are loaded at once. */
export function peopleInJournal(journal: readonly JournalEntry[]): (string | null)[] {
  return journal.flatMap((entry) => [
    entry.actorId,
    ...entry.events
      .flatMap((event): (string | null | undefined)[] => {
        if (event.type === 'workItemCreated') return [event.workItem.userId, event.workItem.onBehalfOf, ...event.workItem.candidates];
        if (event.type === 'workItemChanged') return [event.change.userId, event.change.onBehalfOf, ...(event.change.candidates ?? [])];
        if (event.type === 'groupChanged')
          return [
            ...event.group.notes.flatMap((note) => [note.userId, note.forUserId]),
            ...(event.group.added ?? []).map((signers) => signers.byUserId),
          ];
        return event.type === 'activityActivated' && event.activity.wayBack ? [event.activity.wayBack.byUserId] : [];
      })
      .map((id) => id ?? null),
  ]);
}

// helpers //////////////////////

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

type About = Partial<Pick<TimelineAct, 'elementId' | 'target' | 'more'>>;

/** Of what one step did at the same instant: the end came last, before it the activities that it led to, first the act itself. */
function orderWithin(entry: TimelineEntry): number {
  if (entry.type === 'activity') return 1;
  return entry.act === 'ended' ? 0 : 2;
}

class Timeline {
  readonly #definition: Definition;
  readonly #people: People;
  readonly #acts: TimelineAct[] = [];
  readonly #activities = new Map<string, TimelineActivity>();
  readonly #seatActivity = new Map<string, string>();
  readonly #timers = new Map<string, Timer>();
  readonly #jobElements = new Map<string, string>();
  #round = 1;

  constructor(definition: Definition, people: People) {
    this.#definition = definition;
    this.#people = people;
  }

  read(entry: JournalEntry): void {
    const act = acts[entry.command];
    for (const event of entry.events) this.#event(entry, event);
    if (act) this.#acts.push(this.#act(entry, act, { ...this.#aboutOf(entry), text: entry.reason }));
  }

  newestFirst(): TimelineEntry[] {
    return [...this.#acts, ...this.#activities.values()].sort((a, b) =>
      a.at === b.at ? b.seq - a.seq || orderWithin(a) - orderWithin(b) : a.at < b.at ? 1 : -1,
    );
  }

  #event(entry: JournalEntry, event: EngineEvent): void {
    switch (event.type) {
      case 'roundStarted':
        this.#round = event.round;
        return;
      case 'activityActivated':
        return this.#begin(entry, event.activity);
      case 'activityEnded':
        return this.#update(event.activityId, (activity) => ({ ...activity, at: event.at, endedAt: event.at, status: event.status }));
      case 'groupChanged':
        return this.#update(event.activityId, (activity) => ({ ...activity, ...this.#groupView(event.group) }));
      case 'workItemCreated':
      case 'workItemChanged':
        return this.#seat(event);
      case 'timerScheduled':
        this.#timers.set(event.timer.id, event.timer);
        return;
      case 'timerRemoved':
        return this.#timer(entry, event);
      case 'jobCreated':
        this.#jobElements.set(event.job.id, event.job.elementId);
        return;
      case 'jobChanged':
        if (event.change.status === 'dead' && entry.command === 'failJob')
          this.#acts.push(this.#act(entry, 'serviceFailed', { elementId: this.#jobElements.get(event.jobId) ?? null }));
        return;
      case 'incidentRaised':
        this.#acts.push(this.#act(entry, 'incidentRaised', { elementId: event.incident.elementId, text: event.incident.kind }));
        return;
      case 'instanceEnded':
        if (event.status === 'completed' || event.outcome === 'expired')
          this.#acts.push(this.#act(entry, 'ended', { text: event.outcome }));
        return;
      default:
        return;
    }
  }

  #begin(entry: JournalEntry, activity: ActivityInstance): void {
    const element = this.#definition.elements[activity.elementId];
    const human = element?.kind === 'userTask' || element?.kind === 'sendTask' || activity.kind === 'revise';
    if (!human) return;
    const reads = element?.kind === 'sendTask' || activity.group?.rule.rule === 'auto';
    this.#activities.set(activity.id, {
      type: 'activity',
      seq: entry.seq,
      at: activity.startedAt,
      round: this.#round,
      activityId: activity.id,
      elementId: activity.elementId,
      elementName: element?.name ?? '',
      kind: activity.kind === 'revise' ? 'revise' : reads ? 'read' : 'human',
      visit: activity.visit,
      startedAt: activity.startedAt,
      endedAt: activity.endedAt,
      status: activity.status,
      seats: [],
      ...this.#groupView(activity.group),
    });
  }

  #groupView(group: ActivityInstance['group']): Pick<TimelineActivity, 'outcome' | 'rule' | 'tally' | 'notes' | 'added'> {
    const notes = (group?.notes ?? []).map(({ kind, userId, forUserId }) => ({
      kind,
      person: this.#people.maybe(userId),
      forPerson: this.#people.maybe(forUserId),
    }));
    return {
      outcome: group?.rule.rule === 'auto' ? null : (group?.outcome ?? null),
      rule: group?.rule ?? null,
      tally: group?.tally ?? null,
      notes,
      added: (group?.added ?? []).map(({ id, forSeatId, position, rule, seatIds, byUserId, outcome }) => ({
        id,
        forSeatId,
        position,
        rule,
        seatIds,
        by: this.#people.of(byUserId),
        outcome,
      })),
    };
  }

  /** Readers are receipts, not seats: there may be hundreds. */
  #seat(event: Extract<EngineEvent, { type: 'workItemCreated' | 'workItemChanged' }>): void {
    const workItemId = event.type === 'workItemCreated' ? event.workItem.id : event.workItemId;
    if (event.type === 'workItemCreated' && event.workItem.kind !== 'read') this.#seatActivity.set(workItemId, event.workItem.activityId);
    const activityId = this.#seatActivity.get(workItemId);
    if (activityId === undefined) return;
    this.#update(activityId, (activity) => {
      const seats =
        event.type === 'workItemCreated'
          ? [...activity.seats, newSeat(event.workItem, this.#people)]
          : activity.seats.map((seat) => (seat.workItemId === workItemId ? changeSeat(seat, event.change, this.#people) : seat));
      const returned = event.type === 'workItemChanged' && event.change.status === 'returned';
      return { ...activity, seats, outcome: returned ? 'returned' : activity.outcome };
    });
  }

  /** Reminders and due times are notices; only timers of the flow are something that happened to the request. */
  #timer(entry: JournalEntry, event: Extract<EngineEvent, { type: 'timerRemoved' }>): void {
    const timer = this.#timers.get(event.timerId);
    if (!event.fired || (timer?.kind !== 'boundary' && timer?.kind !== 'catch')) return;
    this.#acts.push(this.#act(entry, 'timerFired', { elementId: timer.elementId }));
  }

  #update(activityId: string, change: (activity: TimelineActivity) => TimelineActivity): void {
    const activity = this.#activities.get(activityId);
    if (activity) this.#activities.set(activityId, change(activity));
  }

  /** Where an act happened and whom it concerns: the seat that it created or changed, the job that it ended. */
  #aboutOf(entry: JournalEntry): About {
    if (entry.command === 'addSign') {
      const created = entry.events.flatMap((event) => (event.type === 'workItemCreated' ? [event.workItem] : []));
      const [first] = created;
      if (first) return { elementId: first.elementId, target: this.#people.maybe(first.userId), more: created.length - 1 };
    }
    for (const event of entry.events) {
      if (event.type === 'workItemCreated' && (entry.command === 'transfer' || entry.command === 'reassign'))
        return { elementId: event.workItem.elementId, target: this.#people.maybe(event.workItem.userId) };
      if (event.type === 'jobRemoved' && entry.command !== 'retryIncident')
        return { elementId: this.#jobElements.get(event.jobId) ?? null };
      if (event.type === 'incidentResolved' && entry.command === 'retryIncident') return {};
    }
    const seat = entry.events.find((event) => event.type === 'workItemChanged');
    if (entry.command === 'removeSign' && seat) return { elementId: seat.elementId, target: this.#personAt(seat.workItemId) };
    return entry.command === 'claim' || entry.command === 'release' || entry.command === 'remindReaders'
      ? { elementId: seat?.elementId ?? null }
      : {};
  }

  #personAt(workItemId: string): PersonView | null {
    const seats = this.#activities.get(this.#seatActivity.get(workItemId) ?? '')?.seats ?? [];
    return seats.find((seat) => seat.workItemId === workItemId)?.person ?? null;
  }

  #act(entry: JournalEntry, act: ActKind, about: About & { text?: string | null }): TimelineAct {
    const elementId = about.elementId ?? null;
    return {
      type: 'act',
      seq: entry.seq,
      at: entry.at,
      round: this.#round,
      act,
      by: this.#by(entry),
      target: about.target ?? null,
      more: about.more ?? 0,
      elementId,
      elementName: elementId === null ? null : (this.#definition.elements[elementId]?.name ?? null),
      text: about.text ?? textOf(entry),
    };
  }

  #by(entry: JournalEntry): ActorView {
    return entry.actorId === null ? { kind: 'system', name: entry.actorName } : { kind: 'user', person: this.#people.of(entry.actorId) };
  }
}

/** What the person wrote along: it went out with a notice. */
function textOf(entry: JournalEntry): string | null {
  for (const event of entry.events) {
    if (event.type === 'noticeRequested' && event.notice.params.comment) return event.notice.params.comment;
  }
  return null;
}
