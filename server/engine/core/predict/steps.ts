import type { Definition, ElementDef } from '@/server/bpmn/definition';
import type { EngineEvent } from '../event';
import type { KnownFacts } from '../facts';
import { isPending } from '../live';
import type { ActivityInstance, ApprovalGroup, Id, InstanceState, WorkItem } from '../state';
import type { PredictedPerson, PredictedStep } from './prediction';

const shown = new Set<string>(['userTask', 'sendTask', 'serviceTask', 'timerCatchEvent']);

/** Collects what is shown of a run, in the order in which it happens. */
export class Steps {
  readonly #definition: Definition;
  readonly #steps: { step: PredictedStep; activityId: Id | null }[] = [];
  readonly #names = new Map<Id, string>();

  constructor(definition: Definition, facts: KnownFacts) {
    this.#definition = definition;
    for (const answer of facts.all()) {
      const people = [
        ...('people' in answer ? answer.people : []),
        ...('person' in answer && answer.person ? [answer.person] : []),
        ...Object.values(answer.proxyOf ?? {}),
      ];
      for (const { userId, name } of people) this.#names.set(userId, name);
    }
  }

  get count(): number {
    return this.#steps.length;
  }

  /** Branches that are never taken, without those whose first activity is reached another way. */
  all(): PredictedStep[] {
    const real = new Set(this.#steps.flatMap(({ step }) => (step.skipped ? [] : [step.elementId])));
    const seen = new Set<string>();
    return this.#steps.flatMap(({ step }) => {
      if (!step.skipped) return [step];
      if (real.has(step.elementId) || seen.has(step.elementId)) return [];
      seen.add(step.elementId);
      return [step];
    });
  }

  /** What has begun already. */
  present(state: InstanceState): void {
    for (const activity of Object.values(state.activities)) this.#begin(activity, true);
    for (const item of Object.values(state.workItems)) if (item.status === 'approved' || isPending(item)) this.#seat(item);
  }

  add(events: readonly EngineEvent[]): void {
    for (const [at, event] of events.entries()) {
      if (event.type === 'activityActivated') this.#begin(event.activity, false);
      else if (event.type === 'workItemCreated') this.#seat(event.workItem);
      else if (event.type === 'groupChanged') this.#group(event.activityId, event.group);
      else if (event.type === 'flowTaken') this.#passed(events, at);
    }
  }

  // helpers //////////////////////

  #begin({ id, elementId, group, kind }: ActivityInstance, now: boolean): void {
    const element = this.#definition.elements[elementId];
    if (element && kind !== 'revise' && shown.has(element.kind)) {
      this.#steps.push({ activityId: id, step: { ...blank(element), rule: group?.rule ?? null, notes: group?.notes ?? [], now } });
    }
  }

  #seat(item: WorkItem): void {
    const entry = this.#steps.findLast((candidate) => candidate.activityId === item.activityId);
    if (!entry || item.seat === 'transferred') return;
    const person = (userId: Id): PredictedPerson => ({
      userId,
      name: this.#names.get(userId) ?? '',
      via: item.reason?.via ?? '',
      onBehalfOf: item.onBehalfOf,
      note: item.reason?.note ?? null,
    });
    const offered = entry.step.offered || item.userId === null;
    entry.step = {
      ...entry.step,
      offered,
      people: [...entry.step.people, ...(item.userId === null ? item.candidates : [item.userId]).map(person)],
    };
  }

  #group(activityId: Id, group: ApprovalGroup): void {
    const entry = this.#steps.findLast((candidate) => candidate.activityId === activityId);
    if (entry) entry.step = { ...entry.step, notes: group.notes };
  }

  /** At the first of the flows that an element took: those beside it that it did not. */
  #passed(events: readonly EngineEvent[], at: number): void {
    const source = this.#sourceOf(events[at]);
    if (!source || this.#sourceOf(events[at - 1]) === source) return;
    const taken = new Set<string>();
    for (let next = at; this.#sourceOf(events[next]) === source; next += 1) {
      const event = events[next];
      if (event?.type === 'flowTaken') taken.add(event.flowId);
    }
    for (const flowId of source.outgoing) {
      const flow = this.#definition.flows[flowId];
      const target = flow && this.#definition.elements[flow.target];
      if (!flow || !target || taken.has(flowId) || !shown.has(target.kind)) continue;
      const skipped = { gatewayId: source.id, flowId, flowName: flow.name, condition: flow.condition ?? null };
      this.#steps.push({ activityId: null, step: { ...blank(target), skipped } });
    }
  }

  #sourceOf(event: EngineEvent | undefined): ElementDef | undefined {
    return event?.type === 'flowTaken' ? this.#definition.elements[this.#definition.flows[event.flowId]?.source ?? ''] : undefined;
  }
}

function blank({ id, name, kind }: ElementDef): PredictedStep {
  return { elementId: id, name, kind, rule: null, offered: false, people: [], notes: [], now: false };
}
