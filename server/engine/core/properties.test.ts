import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyProcess } from '../testing/process-ast';
import { disturbances } from '../testing/disturb';
import { RandomRun, violations } from '../testing/random-run';
import * as reference from '../testing/reference-interpreter';

/** Models per property; ENGINE_RUNS=5000 for a night. A failure prints its seed and path: put them into `check`. */
const numRuns = Number(process.env.ENGINE_RUNS ?? 150);
const timeout = 20_000 + numRuns * 200;
const check = { numRuns, interruptAfterTimeLimit: timeout, markInterruptAsFailure: true };
const path = fc.array(fc.nat({ max: 4095 }), { minLength: 5, maxLength: 60, size: 'max' });
const start = fc.nat({ max: 15 });

describe('random block-structured processes on random paths', () => {
  it(
    'do what the reference interpreter does, step by step, and reach their end',
    () => {
      fc.assert(
        fc.property(anyProcess, start, path, (process, vars, numbers) => {
          const both = new RandomRun(process, vars);
          expect(both.projection()).toEqual(reference.projection(both.model));
          for (const n of numbers) {
            if (!both.step(n)) break;
            expect(both.projection()).toEqual(reference.projection(both.model));
            expect(violations(both.run.state)).toEqual([]);
          }
          both.finish();
          expect(both.projection()).toEqual(reference.projection(both.model));
          expect(both.run.status).toMatch(/^completed/);
        }),
        check,
      );
    },
    timeout,
  );

  it(
    'give the same events for the same input',
    () => {
      fc.assert(
        fc.property(anyProcess, start, path, (process, vars, numbers) => {
          const [one, other] = [new RandomRun(process, vars), new RandomRun(structuredClone(process), vars)];
          for (const n of numbers) expect(one.step(n)).toBe(other.step(n));
          expect(other.run.events).toEqual(one.run.events);
          expect(other.run.state).toEqual(one.run.state);
        }),
        { ...check, numRuns: Math.ceil(numRuns / 3) },
      );
    },
    timeout,
  );

  it(
    'are not disturbed by what comes twice, too late, too early or from the wrong person',
    () => {
      fc.assert(
        fc.property(anyProcess, start, path, (process, vars, numbers) => {
          const both = new RandomRun(process, vars);
          for (const n of numbers) {
            const before = both.run.state;
            for (const { command, by, code } of disturbances(both.run)) {
              const decision = both.run.attempt(command, by);
              expect(decision).toEqual({ kind: 'rejected', rejection: expect.objectContaining({ code }) });
            }
            expect(both.run.state).toBe(before);
            if (!both.step(n)) break;
          }
        }),
        { ...check, numRuns: Math.ceil(numRuns / 3) },
      );
    },
    timeout,
  );

  it(
    'leave nothing open when they are ended from outside, at any point',
    () => {
      fc.assert(
        fc.property(anyProcess, start, path, fc.constantFrom('withdraw' as const, 'terminate' as const), (process, vars, numbers, verb) => {
          const both = new RandomRun(process, vars);
          for (const n of numbers) both.step(n);
          if (both.run.state.instance.status !== 'running') return;
          both.run.do({ type: verb, reason: '' }, 'applicant');
          const { activities, workItems, tokens, timers, jobs, incidents } = both.run.state;
          expect({ activities, tokens, timers, jobs, incidents }).toEqual({
            activities: {},
            tokens: {},
            timers: {},
            jobs: {},
            incidents: {},
          });
          expect(Object.values(workItems).filter((item) => item.kind !== 'read')).toEqual([]);
        }),
        { ...check, numRuns: Math.ceil(numRuns / 3) },
      );
    },
    timeout,
  );

  it(
    'go on after a suspension as if there had been none',
    () => {
      fc.assert(
        fc.property(anyProcess, start, path, (process, vars, numbers) => {
          const both = new RandomRun(process, vars);
          for (const n of numbers) {
            if (both.run.state.instance.status !== 'running') break;
            both.run.do({ type: 'suspend', reason: '' }, 'operator');
            for (const { command, by } of disturbances(both.run)) expect(both.run.refusal(command, by)).not.toBeNull();
            both.run.do({ type: 'resume', reason: '' }, 'operator');
            both.step(n);
            expect(both.projection()).toEqual(reference.projection(both.model));
          }
        }),
        { ...check, numRuns: Math.ceil(numRuns / 5) },
      );
    },
    timeout,
  );
});
