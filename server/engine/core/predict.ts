import type { Definition } from '@/server/bpmn/definition';
import { drain } from './agenda';
import { questionsOf } from './assignment/resolve-rules';
import { handlerOf } from './commands/registry';
import type { DecideInput } from './decision';
import { type FactQuery, factKey } from './facts';
import { MissingFacts, ModelFailure, Refusal } from './failures';
import { live } from './live';
import { type Advance, momentOf, nextAdvance, perform } from './predict/advance';
import type { Prediction, PredictFrom, PredictInput, StoppedBecause } from './predict/prediction';
import { Steps } from './predict/steps';
import { Run } from './run';
import type { InstanceState } from './state';

export const MAX_STEPS = 200;
/** Seats are approved one at a time. */
const MAX_TURNS = 5_000;

/**
 * Where a request will go if everyone approves, timers run out and jobs succeed: the same engine, with nothing
 * written anywhere. People who are still to be chosen are a step without people.
 */
export function predict(definition: Definition, from: PredictFrom, { facts, env }: PredictInput): Prediction {
  const steps = new Steps(definition, facts);
  const result = (ended: boolean, stoppedBecause?: StoppedBecause): Prediction => ({
    kind: 'steps',
    steps: steps.all(),
    ended,
    ...(stoppedBecause ? { stoppedBecause } : {}),
  });
  let state = 'state' in from ? asRunning(from.state) : null;
  if (state) steps.present(state);
  let now = env.now;
  for (let turn = 0; ; turn += 1) {
    const advance = state ? nextAdvance(state) : undefined;
    if (state && !advance)
      return result(state.instance.status === 'completed', state.instance.status === 'completed' ? undefined : whyStuck(state));
    if (steps.count >= MAX_STEPS || turn >= MAX_TURNS) return result(false, { kind: 'limit' });
    if (advance) now = momentOf(advance, now);
    const run: Run = new Run(definition, state, inputFor(from, advance, { facts, env: { ...env, now } }), 'assuming');
    const rejection = go(run, from, advance);
    if (run.lacksFacts) return { kind: 'needs', facts: [...run.missing, ...likely(run, facts)] };
    if (rejection) return result(false, { kind: 'rejected', rejection });
    steps.add(run.events);
    state = live(run.state);
  }
}

// helpers //////////////////////

function go(run: Run, from: PredictFrom, advance: Advance | undefined): Refusal['rejection'] | undefined {
  try {
    if (advance) perform(run, advance);
    else if ('start' in from) handlerOf(from.start)(run, from.start);
    drain(run);
  } catch (stop) {
    if (stop instanceof Refusal) return stop.rejection;
    if (!(stop instanceof MissingFacts)) throw stop;
    run.lack(stop.queries);
  }
  return undefined;
}

/** The applicant sends off again in person; everything else happens by itself. */
function inputFor(from: PredictFrom, advance: Advance | undefined, { facts, env }: PredictInput): DecideInput {
  const userId = advance?.kind === 'item' && advance.item.kind === 'revise' ? advance.item.userId : null;
  const actor = userId === null ? ({ kind: 'system', name: 'preview' } as const) : ({ kind: 'user', userId, name: '' } as const);
  return { command: 'start' in from ? from.start : { type: 'resume', reason: '' }, actor, facts, env };
}

function asRunning(state: InstanceState): InstanceState {
  const seen = live(state);
  return seen.instance.status === 'suspended' ? { ...seen, instance: { ...seen.instance, status: 'running' } } : seen;
}

function whyStuck(state: InstanceState): StoppedBecause | undefined {
  if (state.instance.status !== 'running') return undefined;
  const incident = Object.values(state.incidents)[0];
  return incident ? { kind: 'incident', incident: incident.kind, elementId: incident.elementId } : { kind: 'stuck' };
}

/** What the other activities will ask, so that a chain of ten needs one or two rounds of facts and not ten. */
function likely(run: Run, known: PredictInput['facts']): FactQuery[] {
  const asked = new Set(run.missing.map(factKey));
  return Object.values(run.definition.elements).flatMap((element) => {
    if (element.kind !== 'userTask' && element.kind !== 'sendTask') return [];
    try {
      return questionsOf(run, element.id, element.settings.assignment).filter((query) => {
        const key = factKey(query);
        return !known.get(query) && !asked.has(key) && asked.add(key);
      });
    } catch (failure) {
      if (failure instanceof ModelFailure || failure instanceof Refusal) return [];
      throw failure;
    }
  });
}
