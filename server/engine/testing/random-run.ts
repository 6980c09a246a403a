import type { InstanceState, WorkItem } from '../core/state';
import { isOpen } from '../core/live';
import { toDefinition } from './ast-to-model';
import { loopVariable, type Process, variables } from './process-ast';
import * as reference from './reference-interpreter';
import { given, type Scenario } from './scenario';

export const STEPS_TO_END = 400;

/** The engine and the reference interpreter side by side. */
export class RandomRun {
  readonly run: Scenario;
  model: reference.Model;

  constructor(process: Process, start: number) {
    const vars = bits(start);
    this.run = given(toDefinition(process)).start(vars);
    this.model = reference.begin(process, vars);
  }

  /** Does what the number says; false when everything is over. */
  step(n: number): boolean {
    const steps = reference
      .enabled(this.model)
      .flatMap((step) => (step.do === 'approve' || step.do === 'jobDone' ? [step, step, step, step] : [step]));
    const what = steps[n % steps.length];
    if (!what) return false;
    this.#do(what, 'seat' in what ? bits(Math.floor(n / 64)) : {});
    return true;
  }

  /** Agrees to everything and leaves every loop, so that the end must come. */
  finish(): void {
    for (let count = 0; count < STEPS_TO_END; count += 1) {
      const what = reference
        .enabled(this.model)
        .find((step) => step.do !== 'reject' && step.do !== 'sendBack' && step.do !== 'jobError' && step.do !== 'fireBoundary');
      if (!what) return;
      this.#do(what, 'seat' in what ? { [loopVariable]: false } : {});
    }
    throw new Error(`not at its end after ${STEPS_TO_END} steps`);
  }

  /** The engine's side of what reference.projection() says. */
  projection(): ReturnType<typeof reference.projection> {
    const { state, events } = this.run;
    const ended = events.flatMap((event) =>
      event.type === 'activityEnded' && event.status === 'completed' && event.elementId !== 'start' ? [event.elementId] : [],
    );
    return {
      tasks: this.run.openTasks(),
      jobs: Object.values(state.jobs)
        .map((job) => job.elementId)
        .sort(),
      timers: Object.values(state.timers)
        .map((timer) => timer.elementId ?? '')
        .sort(),
      tokens: Object.keys(state.tokens).length,
      status: this.run.status,
      finished: ended.sort(),
    };
  }

  // helpers //////////////////////

  #do(what: reference.Step, vars: Record<string, boolean>): void {
    this.#inEngine(what, vars);
    this.model = reference.step(this.model, what, vars);
  }

  #inEngine(what: reference.Step, values: Record<string, boolean>): void {
    const { run } = this;
    if (what.do === 'resubmit') {
      run.resubmit();
      return;
    }
    const activityId = this.#activity(what);
    if ('seat' in what) {
      const userId = `${what.id}.${what.seat}`;
      const item = pick(
        Object.values(run.state.workItems),
        (candidate: WorkItem) => candidate.activityId === activityId && candidate.userId === userId && isOpen(candidate),
      );
      if (what.do === 'sendBack') run.do({ type: 'returnToApplicant', workItemId: item.id, comment: 'back', values }, userId);
      else run.do({ type: 'decide', workItemId: item.id, decision: what.do, comment: 'so', values, chosen: {} }, userId);
    } else if (what.do === 'jobDone' || what.do === 'jobError') {
      const job = run.leaseOf(activityId);
      if (what.do === 'jobDone')
        run.do({ type: 'completeJob', jobId: job.id, leaseToken: 'lease', output: { values: {}, variables: {} } }, null);
      else run.do({ type: 'throwJobError', jobId: job.id, leaseToken: 'lease', code: 'E', message: '' }, null);
    } else {
      const timer = pick(Object.values(run.state.timers), (candidate) => candidate.activityId === activityId);
      if (timer.dueAt > run.now) run.now = timer.dueAt;
      run.do({ type: 'fireTimer', timerId: timer.id }, null);
    }
  }

  /** A loop may have the same element twice (beside a non-interrupting boundary event): the elder is the elder on both sides. */
  #activity({ id, uid }: Extract<reference.Step, { uid: number }>): string {
    const uids = reference.uidsOf(this.model, id);
    const ids = Object.values(this.run.state.activities).flatMap((activity) => (activity.elementId === id ? [activity.id] : []));
    const found = ids[uids.indexOf(uid)];
    if (found === undefined) throw new Error(`the engine has no ${id} where the reference has one`);
    return found;
  }
}

/** What must hold in every state, whatever the model. */
export function violations(state: InstanceState): string[] {
  const { instance } = state;
  const active = new Set(Object.keys(state.activities));
  const holds = active.size > 0 || Object.keys(state.tokens).length > 0;
  const orphan = (what: string, activityId: string | null) =>
    activityId !== null && !active.has(activityId) ? [`${what} without its activity ${activityId}`] : [];
  return [
    ...(instance.status === 'running' && !holds ? ['runs without a token'] : []),
    ...(instance.status !== 'running' && holds ? ['has ended with a token'] : []),
    ...Object.values(state.workItems).flatMap((item) => (item.kind === 'read' ? [] : orphan('work item', item.activityId))),
    ...Object.values(state.timers).flatMap((timer) => orphan('timer', timer.activityId)),
    ...Object.values(state.jobs).flatMap((job) => orphan('job', job.activityId)),
    ...Object.values(state.incidents).flatMap((incident) => orphan('incident', incident.activityId)),
    ...Object.values(state.activities).flatMap((activity) => orphan('activity', activity.scopeId)),
    ...Object.values(state.tokens).flatMap((token) => orphan('token', token.scopeId)),
  ];
}

function bits(n: number): Record<string, boolean> {
  return Object.fromEntries([...variables, loopVariable].map((name, at) => [name, Math.floor(n / 2 ** at) % 2 === 1]));
}

function pick<T>(all: readonly T[], fits: (value: T) => boolean): T {
  const value = all.find(fits);
  if (value === undefined) throw new Error('the engine does not offer what the reference does');
  return value;
}
