import { throwError } from '../throw-error';
import type { Passage } from './behavior';

/** The token ends and throws its error out of the scope. */
export const errorEndEvent: Passage<'errorEndEvent'> = {
  is: 'passage',
  pass({ run, element, token }) {
    throwError(run, { code: element.errorCode, message: element.name, fromScopeId: token.scopeId });
  },
};
