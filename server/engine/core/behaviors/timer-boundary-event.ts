import { allTrue, take } from '../flow';
import type { Passage } from './behavior';

/** Once its timer has fired (commands/fire-timer.ts) the token leaves from here. */
export const timerBoundaryEvent: Passage<'timerBoundaryEvent'> = {
  is: 'passage',
  pass({ run, element, token }) {
    take(run, allTrue(run, element), token);
  },
};
