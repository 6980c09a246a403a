import { beforeAll, describe, expect, it } from 'vitest';
import { carryOut, legalOutcomes, outcomeOf, type RaceCourse, raceCourse, startedRace } from '@/server/engine/testing/race';
import { forgetKeptStates } from './kept-states';

const ROUNDS = 12;
let course: RaceCourse;

beforeAll(async () => {
  course = await raceCourse();
});

describe('two commands at the same moment', () => {
  it.each([
    ['ada approves', 'bo approves'],
    ['ada approves', 'bo returns'],
    ['ada approves', 'ada transfers'],
    ['ada approves', 'ada asks cy to sign'],
    ['ada approves', 'the timer fires'],
    ['ada approves', 'the applicant withdraws'],
    ['ada approves', 'an operator suspends'],
    ['bo returns', 'the timer fires'],
    ['bo returns', 'an operator terminates'],
    ['ada transfers', 'ada’s item is reassigned'],
    ['ada asks cy to sign', 'ada’s item is reassigned'],
    ['the applicant withdraws', 'the timer fires'],
  ] as const)('end as if one had come after the other: %s, %s', async (one, other) => {
    // given
    const legal = await legalOutcomes(course, one, other);
    for (let round = 0; round < ROUNDS; round++) {
      const request = await startedRace(course);
      if (round % 2 === 0) forgetKeptStates();
      // when
      const codes = await Promise.all([carryOut(request, one), carryOut(request, other)]);
      // then
      expect([...legal]).toContain(await outcomeOf(request, codes));
    }
  });
});
