import type { Json } from '@/lib/json';
import { ModelFailure } from './failures';
import { clockOf, evaluateFeel } from './feel';
import { normalInstant } from './instant';
import type { Run } from './run';
import type { Instant } from './state';

/** A condition of the model. What is not a truth value is a fault of the model, never "false". */
export function evaluateCondition(run: Run, source: string): boolean {
  const value = evaluate(run, source);
  if (typeof value !== 'boolean') throw new ModelFailure('expression', { source, expected: 'boolean', got: value });
  return value;
}

export function evaluateNumber(run: Run, source: string): number {
  const value = Number(evaluate(run, source));
  if (!Number.isFinite(value)) throw new ModelFailure('expression', { source, expected: 'number' });
  return value;
}

/** A date alone is its midnight where the portal is. */
export function evaluateInstant(run: Run, source: string): Instant {
  const value = evaluate(run, source);
  const fault = new ModelFailure('expression', { source, expected: 'date', got: value });
  if (typeof value !== 'string') throw fault;
  try {
    return normalInstant(value, clockOf(run.input.env.timeZone));
  } catch {
    throw fault;
  }
}

// helpers //////////////////////

/** Expressions see the form's values by key, the variables of service tasks, `outcome` and `round`. */
function evaluate(run: Run, source: string): Json {
  const { instance, data } = run.state;
  const values = { outcome: null, ...instance.variables, ...data.values, round: instance.round };
  try {
    return evaluateFeel({ definition: run.definition, values, now: run.now, timeZone: run.input.env.timeZone }, source);
  } catch (error) {
    throw new ModelFailure('expression', { source, message: error instanceof Error ? error.message : String(error) });
  }
}
