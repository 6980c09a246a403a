import { allTrue, take } from '../flow';
import type { Passage } from './behavior';

/** Once it has caught an error (throw-error.ts) the token leaves from here. */
export const errorBoundaryEvent: Passage<'errorBoundaryEvent'> = {
  is: 'passage',
  pass({ run, element, token }) {
    take(run, allTrue(run, element), token);
  },
};
