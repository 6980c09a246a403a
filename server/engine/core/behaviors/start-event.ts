import { allTrue, take } from '../flow';
import type { Passage } from './behavior';

/** The none start event: the token leaves by every outgoing flow. */
export const startEvent: Passage<'startEvent'> = {
  is: 'passage',
  pass({ run, element, token }) {
    take(run, allTrue(run, element), token);
  },
};
