import type { Definition, ElementDef } from '@/server/bpmn/definition';
import type { AgendaStep } from './agenda-step';
import { applyTo } from './apply';
import type { DecideInput } from './decision';
import { type Draft, openDraft, stateOf } from './draft';
import type { EngineEvent, NoticeKind } from './event';
import { type FactAnswer, type FactQuery, factKey } from './facts';
import { MissingFacts } from './failures';
import type { Id, InstanceState, Instant } from './state';

/** One command while it is decided: the state so far, the events that made it, and the internal steps still to do. */
export class Run {
  readonly definition: Definition;
  readonly input: DecideInput;
  readonly events: EngineEvent[] = [];
  readonly #before: InstanceState | null;
  readonly #missing = new Map<string, FactQuery>();
  #draft: Draft;
  /** A stack: a token runs to its next wait state before the next one moves. */
  #agenda: readonly AgendaStep[] = [];
  /** What the present step has pushed, in order. */
  #pushed: AgendaStep[] = [];

  /** A preview: people still to be chosen are no reason to refuse. */
  readonly assuming: boolean;

  constructor(definition: Definition, before: InstanceState | null, input: DecideInput, mode: 'real' | 'assuming' = 'real') {
    this.assuming = mode === 'assuming';
    this.definition = definition;
    this.input = input;
    this.#before = before;
    this.#draft = openDraft(before);
  }

  get state(): InstanceState {
    return stateOf(this.#draft);
  }

  get now(): Instant {
    return this.input.env.now;
  }

  id(): Id {
    return this.input.env.newId();
  }

  /** The one way anything changes. */
  emit(event: EngineEvent): void {
    this.events.push(event);
    applyTo(this.#draft, event);
  }

  push(...steps: readonly AgendaStep[]): void {
    this.#pushed.push(...steps);
  }

  nextStep(): AgendaStep | undefined {
    if (this.#pushed.length > 0) this.#agenda = [...this.#agenda, ...this.#pushed.reverse()];
    this.#pushed = [];
    const step = this.#agenda.at(-1);
    if (step) this.#agenda = this.#agenda.slice(0, -1);
    return step;
  }

  /** Forgets steps that have lost their token. */
  dropSteps(isLost: (step: AgendaStep) => boolean): void {
    this.#agenda = this.#agenda.filter((step) => !isLost(step));
    this.#pushed = this.#pushed.filter((step) => !isLost(step));
  }

  mark(): Mark {
    return { events: this.events.length, agenda: this.#agenda };
  }

  /** Undoes what happened since the mark; only ever taken between two steps. */
  rewind(mark: Mark): void {
    this.#agenda = mark.agenda;
    this.#pushed = [];
    if (this.events.length === mark.events) return;
    this.events.length = mark.events;
    this.#draft = openDraft(this.#before);
    for (const event of this.events) applyTo(this.#draft, event);
  }

  /** Notes questions for the shell; the command will be decided again. */
  lack(queries: readonly FactQuery[]): void {
    for (const query of queries) this.#missing.set(factKey(query), query);
  }

  get lacksFacts(): boolean {
    return this.#missing.size > 0;
  }

  get missing(): FactQuery[] {
    return [...this.#missing.values()];
  }

  notify(
    kind: NoticeKind,
    userIds: readonly Id[],
    about: { workItemId?: Id; elementId?: string; params?: Readonly<Record<string, string>> } = {},
  ): void {
    if (userIds.length === 0) return;
    const { workItemId = null, elementId = null, params = {} } = about;
    this.emit({ type: 'noticeRequested', notice: { kind, userIds, workItemId, elementId, params } });
  }

  /** Answers in the order of the questions. `likely` questions are only asked along when something is missing anyway. */
  facts<const Q extends readonly FactQuery[]>(queries: Q, likely: readonly FactQuery[] = []): { [I in keyof Q]: AnswerTo<Q[I]> } {
    const { facts } = this.input;
    const answers = queries.map((query) => facts.get(query));
    if (answers.includes(undefined)) throw new MissingFacts([...queries, ...likely].filter((query) => !facts.get(query)));
    return answers as { [I in keyof Q]: AnswerTo<Q[I]> };
  }

  element(elementId: string): ElementDef {
    const element = this.definition.elements[elementId];
    if (!element) throw new Error(`the definition has no element ${elementId}`);
    return element;
  }
}

type Mark = { events: number; agenda: readonly AgendaStep[] };
type AnswerTo<Q extends FactQuery> = Extract<FactAnswer, { kind: Q['kind'] }>;
