import { describe, expect, it } from 'vitest';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { choicesAfter, choicesAtStart } from './choices';

const byPrevious = () => ({ assignment: [{ kind: 'chosenByPrevious' as const, multiple: true }] });
const byApplicant = () => ({ assignment: [{ kind: 'chosenByApplicant' as const, multiple: false }] });

describe('whom somebody has to choose', () => {
  const definition = model()
    .start('s', 'first')
    .task('first', 'second', byPrevious())
    .task('second', 'third', forUsers('li'))
    .task('third', 'e', byApplicant())
    .end('e')
    .build();

  it('at the start: those next, and all whom only the applicant can name', () => {
    expect(choicesAtStart(definition, { third: ['su'] }).map(({ elementId, multiple, chosen }) => [elementId, multiple, chosen])).toEqual([
      ['first', true, []],
      ['third', false, ['su']],
    ]);
  });

  it('at a step: those right after it', () => {
    expect(choicesAfter(definition, 'first', {})).toEqual([]);
  });

  it('at a step that comes after itself: the next to have it, who is somebody else', () => {
    const loop = model().start('s', 'a').task('a', 'a', byPrevious()).build();
    expect(choicesAfter(loop, 'a', { a: ['li'] })).toEqual([{ elementId: 'a', elementName: 'a', multiple: true, chosen: [] }]);
  });
});
