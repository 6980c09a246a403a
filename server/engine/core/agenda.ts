import { activeActivity, begin, end } from './activity';
import type { AgendaStep } from './agenda-step';
import { readyInclusiveJoin } from './behaviors/inclusive-gateway';
import { behaviorOf } from './behaviors/registry';
import { completeInstance } from './end-instance';
import { MissingFacts, ModelFailure, Refusal } from './failures';
import { allTrue, take } from './flow';
import { hasIncident, raiseIncident, type Trouble } from './incident';
import { fire } from './join';
import type { Run } from './run';
import type { ActivityInstance, InstanceState } from './state';

/** Internal steps of one command; beyond it the model goes round in circles without anybody. */
export const STEP_LIMIT = 20_000;

/**
 * Does the internal steps until every token waits. A step that the model does not allow is undone alone: its
 * element gets an incident and the command still commits. A step that lacks facts is undone too; the others go on, so
 * that the shell hears of all missing facts at once.
 */
export function drain(run: Run): void {
  for (let steps = 0; ; steps += 1) {
    const step = run.nextStep();
    if (step) {
      if (steps < STEP_LIMIT) attempt(run, step);
      else strand(run, step, { kind: 'stepLimit', detail: { limit: STEP_LIMIT } });
    } else if (run.lacksFacts || steps >= STEP_LIMIT || !settle(run)) return;
  }
}

// helpers //////////////////////

function attempt(run: Run, step: AgendaStep): void {
  const mark = run.mark();
  try {
    perform(run, step);
  } catch (failure) {
    run.rewind(mark);
    if (failure instanceof MissingFacts) run.lack(failure.queries);
    else if (failure instanceof ModelFailure) fail(run, step, failure);
    else throw failure;
  }
}

function perform(run: Run, step: AgendaStep): void {
  if (step.type === 'complete') return complete(run, step.activityId);
  const element = run.element(step.elementId);
  const behavior = behaviorOf(element);
  const restored = step.type === 'arrive' ? step.restored : undefined;
  const here = { run, element, token: step.token, restored };
  if (behavior.is === 'activity') behavior.activate(here);
  // What is restored at a gateway was stuck behind it: it had joined, and must not wait for its branches again.
  else if (step.type === 'arrive' && behavior.arrive && !restored) behavior.arrive(here);
  else behavior.pass(here);
}

function complete(run: Run, activityId: string): void {
  const activity = activeActivity(run.state, activityId);
  if (!activity) return;
  const element = run.element(activity.elementId);
  const behavior = behaviorOf(element);
  if (behavior.is === 'activity') behavior.complete?.(run, element, activity);
  end(run, activityId, 'completed');
  take(run, allTrue(run, element), { scopeId: activity.scopeId, causes: [...activity.causes, activityId] });
}

/** An error that nothing catches refuses a person's command; without a person it stands open as an incident. */
function fail(run: Run, step: AgendaStep, failure: ModelFailure): void {
  if (failure.kind === 'uncaughtError' && run.input.actor.kind === 'user')
    throw new Refusal('STATE_CONFLICT', step.type === 'complete' ? undefined : step.elementId);
  strand(run, step, failure);
}

/** The token stays where its step failed, as an active activity with an incident that says which step to do again. */
function strand(run: Run, step: AgendaStep, trouble: Trouble): void {
  const detail = { ...trouble.detail, step: step.type };
  const activity =
    step.type === 'complete' ? activeActivity(run.state, step.activityId) : begin(run, run.element(step.elementId), step.token);
  if (activity) raiseIncident(run, run.element(activity.elementId), activity.id, { kind: trouble.kind, detail });
}

/** Nothing moves: now scopes that hold nothing end, and inclusive joins may fire. One thing at a time. */
function settle(run: Run): boolean {
  const { state } = run;
  if (state.instance.status !== 'running') return false;
  const active = Object.values(state.activities).filter((activity) => activity.status === 'active');
  const empty = active.find(
    (activity) => activity.kind === 'subProcess' && holdsNothing(state, active, activity.id) && !hasIncident(run, activity.id),
  );
  const join = empty ? undefined : readyInclusiveJoin(run);
  if (empty) run.push({ type: 'complete', activityId: empty.id });
  else if (join) fire(run, join.element, join.tokens);
  else if (holdsNothing(state, active, null)) completeInstance(run);
  else return false;
  return true;
}

function holdsNothing(state: InstanceState, active: readonly ActivityInstance[], scopeId: string | null): boolean {
  return (
    !active.some((activity) => activity.scopeId === scopeId) && !Object.values(state.tokens).some((token) => token.scopeId === scopeId)
  );
}
