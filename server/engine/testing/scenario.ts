import type { Json } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import type { Command, CommandActor } from '../core/command';
import type { NoticeRequest, EngineEvent } from '../core/event';
import type { FactQuery } from '../core/facts';
import { addDuration } from '../core/instant';
import { isOpen } from '../core/live';
import { peopleOf } from '../core/seats';
import type { Id, InstanceState, Instant, Job, Timer, WorkItem } from '../core/state';
import type { ModelBuilder } from './builder';
import { execute, reload, type Settled } from './engine';
import type { Org } from './org';

export const APPLICANT = 'applicant';

type By = { by?: Id; comment?: string; values?: Record<string, Json>; chosen?: Record<string, readonly Id[]> };

/** One instance that runs against a company in memory and a clock that only the test moves. */
export function given(definition: Definition | ModelBuilder, org: Org = {}): Scenario {
  return new Scenario('build' in definition ? definition.build() : definition, org);
}

export class Scenario {
  readonly definition: Definition;
  readonly events: EngineEvent[] = [];
  now: Instant = '2025-06-02T01:00:00.000Z';
  org: Org;
  #state: InstanceState | null = null;
  #ids = 0;
  #rounds: FactQuery[][] = [];

  constructor(definition: Definition, org: Org) {
    this.definition = definition;
    this.org = org;
  }

  // commands //////////////////////

  start(values: Record<string, Json> = {}, more: { by?: Id; departmentId?: Id; chosen?: Record<string, readonly Id[]> } = {}): this {
    const applicantId = more.by ?? APPLICANT;
    const instance = {
      id: 'root',
      processId: 'process',
      versionId: 'version',
      applicantId,
      departmentId: more.departmentId ?? null,
      title: 'A request',
      number: 'VM-1',
      businessKey: null,
    };
    return this.do(
      { type: 'startInstance', instance, values, formVersionId: null, formRowId: null, chosen: more.chosen ?? {} },
      applicantId,
    );
  }

  /** Goes on with what another run, or another version, has left. */
  resumeFrom(state: InstanceState, now: Instant): this {
    this.#state = reload(state);
    this.now = now;
    this.#ids = 1_000_000;
    return this;
  }

  approve(elementId: string, by: By = {}): this {
    return this.#decide(elementId, 'approve', by);
  }

  reject(elementId: string, by: By = {}): this {
    return this.#decide(elementId, 'reject', by);
  }

  sendBack(elementId: string, by: By = {}): this {
    const item = this.item(elementId, by.by);
    return this.do(
      { type: 'returnToApplicant', workItemId: item.id, comment: by.comment ?? 'no', values: by.values ?? {} },
      by.by ?? actorOf(item),
    );
  }

  resubmit(values: Record<string, Json> = {}): this {
    const item = this.item(this.definition.startId);
    return this.do(
      { type: 'resubmit', workItemId: item.id, values, title: this.state.instance.title, businessKey: null, chosen: {} },
      actorOf(item),
    );
  }

  withdraw(by: Id = this.state.instance.applicantId): this {
    return this.do({ type: 'withdraw', reason: 'not needed' }, by);
  }

  fireTimer(elementId: string | null, kind?: Timer['kind']): this {
    const timer = this.timer(elementId, kind);
    if (timer.dueAt > this.now) this.now = timer.dueAt;
    return this.do({ type: 'fireTimer', timerId: timer.id }, null);
  }

  jobDone(elementId: string, output: { values?: Record<string, Json>; variables?: Record<string, Json> } = {}): this {
    const job = this.lease(elementId);
    return this.do(
      {
        type: 'completeJob',
        jobId: job.id,
        leaseToken: 'lease',
        output: { values: output.values ?? {}, variables: output.variables ?? {} },
      },
      null,
    );
  }

  jobFailed(elementId: string, retryAt: Instant | null = null): this {
    const job = this.lease(elementId);
    return this.do({ type: 'failJob', jobId: job.id, leaseToken: 'lease', error: { status: 500 }, retryAt }, null);
  }

  jobError(elementId: string, code: string): this {
    const job = this.lease(elementId);
    return this.do({ type: 'throwJobError', jobId: job.id, leaseToken: 'lease', code, message: code }, null);
  }

  retry(elementId: string): this {
    return this.do({ type: 'retryIncident', incidentId: this.incident(elementId).id, reason: 'again' }, 'operator');
  }

  /** Corrects the data behind the engine's back, as an operator may. */
  change(values: Record<string, Json>): this {
    const { data } = this.state;
    this.#state = { ...this.state, data: { ...data, rev: data.rev + 1, values: { ...data.values, ...values } } };
    return this;
  }

  pass(duration: string): this {
    this.now = addDuration(this.now, duration);
    return this;
  }

  /** Any command; refused ones fail the test. */
  do(command: Command, by: Id | null): this {
    const decision = this.attempt(command, by);
    if (decision.kind === 'rejected') throw new Error(`${command.type} was refused: ${JSON.stringify(decision.rejection)}`);
    return this;
  }

  /** Any command; the code when it is refused, and then nothing has changed. */
  refusal(command: Command, by: Id | null): string | null {
    const decision = this.attempt(command, by);
    return decision.kind === 'rejected' ? decision.rejection.code : null;
  }

  attempt(command: Command, by: Id | null): Settled {
    const actor: CommandActor = by === null ? { kind: 'system', name: 'worker' } : { kind: 'user', userId: by, name: by };
    const env = { now: this.now, timeZone: 'Asia/Shanghai', newId: () => `id-${String((this.#ids += 1)).padStart(7, '0')}` };
    const decision = execute(
      this.definition,
      this.#state,
      { command, actor },
      { org: this.org, env, asked: (queries) => this.#rounds.push([...queries]) },
    );
    if (decision.kind === 'accepted') {
      this.events.push(...decision.events);
      this.#state = reload(decision.state);
    }
    return decision;
  }

  /** What the worker does in the database before it works. */
  lease(elementId: string): Job {
    return this.leaseOf(found(Object.values(this.state.jobs), (job) => job.elementId === elementId, `job at ${elementId}`).activityId);
  }

  leaseOf(activityId: Id): Job {
    const job = found(Object.values(this.state.jobs), (candidate) => candidate.activityId === activityId, `job of ${activityId}`);
    const leased = { ...job, leaseToken: 'lease' };
    this.#state = { ...this.state, jobs: { ...this.state.jobs, [job.id]: leased } };
    return leased;
  }

  /** The questions that were asked of the world, round by round. */
  factRounds(act: () => void): FactQuery[][] {
    this.#rounds = [];
    act();
    return this.#rounds;
  }

  // questions //////////////////////

  get state(): InstanceState {
    if (!this.#state) throw new Error('not started');
    return this.#state;
  }

  get status(): string {
    const { status, outcome } = this.state.instance;
    return outcome === null ? status : `${status}: ${outcome}`;
  }

  get values(): Readonly<Record<string, Json>> {
    return this.state.data.values;
  }

  /** Who can act on what, e.g. ['review: li', 'review: wang']; an offered item names its candidates with a slash. */
  openTasks(): string[] {
    return this.#items(isOpen, 'task', 'revise')
      .map((item) => `${item.elementId}: ${peopleOf(item).join('/')}`)
      .sort();
  }

  toRead(): string[] {
    return this.#items(isOpen, 'read')
      .map((item) => `${item.elementId}: ${item.userId}`)
      .sort();
  }

  /** Active elements, with those where tokens wait at a join. */
  at(): string[] {
    const active = Object.values(this.state.activities).map((activity) => activity.elementId);
    return [...active, ...Object.values(this.state.tokens).map((token) => token.elementId)].sort();
  }

  flowsTaken(): string[] {
    return this.events.flatMap((event) => (event.type === 'flowTaken' ? [event.flowId] : []));
  }

  notices(): NoticeRequest[] {
    return this.events.flatMap((event) => (event.type === 'noticeRequested' ? [event.notice] : []));
  }

  incidents(): string[] {
    return Object.values(this.state.incidents).map((incident) => `${incident.elementId}: ${incident.kind}`);
  }

  incident(elementId: string): InstanceState['incidents'][Id] {
    return found(Object.values(this.state.incidents), (incident) => incident.elementId === elementId, `incident at ${elementId}`);
  }

  item(elementId: string, by?: Id): WorkItem {
    const items = this.#items(isOpen, 'task', 'revise');
    return found(
      items,
      (item) => item.elementId === elementId && (by === undefined || peopleOf(item).includes(by)),
      `open item at ${elementId} of ${by}`,
    );
  }

  reading(by: Id): WorkItem {
    return found(this.#items(isOpen, 'read'), (item) => item.userId === by, `item to read of ${by}`);
  }

  timer(elementId: string | null, kind?: Timer['kind']): Timer {
    return found(
      Object.values(this.state.timers),
      (timer) => timer.elementId === elementId && (kind === undefined || timer.kind === kind),
      `timer at ${elementId}`,
    );
  }

  // helpers //////////////////////

  #decide(elementId: string, decision: 'approve' | 'reject', by: By): this {
    const item = this.item(elementId, by.by);
    const { comment = 'because', values = {}, chosen = {} } = by;
    return this.do({ type: 'decide', workItemId: item.id, decision, comment, values, chosen }, by.by ?? actorOf(item));
  }

  #items(fits: (item: WorkItem) => boolean, ...kinds: readonly WorkItem['kind'][]): WorkItem[] {
    return Object.values(this.state.workItems).filter((item) => kinds.includes(item.kind) && fits(item));
  }
}

function actorOf(item: WorkItem): Id {
  return peopleOf(item)[0] ?? APPLICANT;
}

function found<T>(all: readonly T[], fits: (value: T) => boolean, what: string): T {
  const value = all.find(fits);
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}
