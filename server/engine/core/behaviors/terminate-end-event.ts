import { completeInstance } from '../end-instance';
import { emptyScope } from '../activity';
import type { Passage } from './behavior';

/** Ends everything in its own scope, which then completes normally: the sub-process goes on, the process is over. */
export const terminateEndEvent: Passage<'terminateEndEvent'> = {
  is: 'passage',
  pass({ run, token }) {
    if (token.scopeId === null) completeInstance(run);
    else emptyScope(run, token.scopeId, 'cancelled');
  },
};
