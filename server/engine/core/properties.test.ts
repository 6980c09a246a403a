import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyProcess } from '../testing/process-ast';
import { RandomRun, violations } from '../testing/random-run';
import * as reference from '../testing/reference-interpreter';

/** Models per property; ENGINE_RUNS=5000 for a night. A failure prints its seed and path: put them into `check`. */
const numRuns = Number(process.env.ENGINE_RUNS ?? 150);
const path = fc.array(fc.nat({ max: 4095 }), { minLength: 5, maxLength: 60, size: 'max' });
const timeout = 20_000 + numRuns * 100;
const check = { numRuns, interruptAfterTimeLimit: timeout, markInterruptAsFailure: true };

describe('random block-structured processes on random paths', () => {
  it(
    'do what the reference interpreter does, step by step, and reach their end',
    () => {
      fc.assert(
        fc.property(anyProcess, fc.nat({ max: 15 }), path, (process, start, numbers) => {
          const both = new RandomRun(process, start);
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
});
