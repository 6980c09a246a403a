import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import {
  type ActName,
  carryOut,
  legalOutcomes,
  outcomeOf,
  type RaceCourse,
  raceCourse,
  type RaceRequest,
  startedRace,
} from '@/server/engine/testing/race';
import { distinct, PLACES, type Schedule, type Stepped, Stepper } from '@/test/stepped';
import { forgetKeptStates } from './kept-states';

let course: RaceCourse;
let stepper: Stepper;

beforeAll(async () => {
  course = await raceCourse();
  stepper = await Stepper.open();
});
afterAll(() => stepper.close());

const pairs = [
  ['ada approves', 'bo approves'],
  ['ada approves', 'ada approves'],
  ['ada approves', 'ada rejects'],
  ['ada approves', 'bo returns'],
  ['ada approves', 'ada transfers'],
  ['ada approves', 'ada asks cy to sign'],
  ['ada approves', 'ada’s item is reassigned'],
  ['ada approves', 'the timer fires'],
  ['ada approves', 'the applicant withdraws'],
  ['ada approves', 'the applicant reminds'],
  ['ada approves', 'an operator suspends'],
  ['ada approves', 'an operator terminates'],
  ['ada rejects', 'bo approves'],
  ['ada rejects', 'bo returns'],
  ['ada rejects', 'the timer fires'],
  ['bo returns', 'the timer fires'],
  ['bo returns', 'an operator terminates'],
  ['bo returns', 'the applicant withdraws'],
  ['ada transfers', 'ada’s item is reassigned'],
  ['ada transfers', 'the timer fires'],
  ['ada asks cy to sign', 'ada’s item is reassigned'],
  ['ada asks cy to sign', 'bo approves'],
  ['the timer fires', 'the timer fires'],
  ['the applicant withdraws', 'the timer fires'],
  ['an operator suspends', 'the timer fires'],
  ['an operator suspends', 'an operator terminates'],
] as const satisfies readonly (readonly [ActName, ActName])[];

describe('two commands in every order of their steps', () => {
  it.each(pairs)('end as if one had come after the other: %s, %s', async (one, other) => {
    const legal = [...(await legalOutcomes(course, one, other))];
    // Both read first, as nodes do that have not seen the request.
    for (const schedule of distinct(PLACES))
      expect(legal, said(schedule)).toContain(await outcomeOf(...(await stepped(schedule, [one, other]))));
    // Both step on from what their node has kept.
    for (const schedule of distinct(['write', 'commit']))
      expect(legal, said(schedule)).toContain(await outcomeOf(...(await stepped(schedule, [one, other], { isKept: true }))));
  });

  it('give a command that is sent twice one effect and the same answer, whichever of the two is faster', async () => {
    for (const schedule of distinct(['read', 'write'])) {
      const commandId = newId();
      const [request, codes] = await stepped(schedule, ['ada approves', 'ada approves'], { commandIds: [commandId, commandId] });
      expect(codes, said(schedule)).toEqual([null, null]);
      // One entry in the journal beside the start's.
      await outcomeOf(request, [null]);
    }
  });
});

// helpers //////////////////////

type More = { isKept?: boolean; commandIds?: readonly [string, string] };

/** Carries both acts out in this order of their steps; the codes of their refusals. */
async function stepped(
  schedule: Schedule,
  names: readonly [ActName, ActName],
  { isKept = false, commandIds = [newId(), newId()] }: More = {},
): Promise<[RaceRequest, (string | null)[]]> {
  const request = await startedRace(course);
  if (!isKept) forgetKeptStates();
  const codes: (string | null)[] = [null, null];
  const begin = (who: 0 | 1) =>
    stepper.begin(commandIds[who], async () => {
      codes[who] = await carryOut(request, names[who], commandIds[who]);
    });
  const commands: [Stepped, Stepped] = [await begin(0), await begin(1)];
  // A kept state needs no reading, but whoever lost reads after all.
  if (isKept) for (const command of commands) command.open('read');
  for (const { who, place } of schedule) await stepper.go(commands[who], place);
  await stepper.finish(...commands);
  return [request, codes];
}

function said(schedule: Schedule): string {
  return schedule.map(({ who, place }) => `${who === 0 ? 'first' : 'second'} ${place}`).join(', ');
}
