import { outgoing, take } from '../flow';
import { fire, firstOfEachFlow, wait } from '../join';
import type { Passage } from './behavior';

/** Joins one token of each distinct incoming flow (further ones queue), then splits into all outgoing flows. */
export const parallelGateway: Passage<'parallelGateway'> = {
  is: 'passage',
  arrive({ run, element, token }) {
    if (element.incoming.length < 2) {
      run.push({ type: 'pass', elementId: element.id, token });
      return;
    }
    wait(run, element.id, token);
    const tokens = firstOfEachFlow(run, element, token.scopeId);
    if (tokens.length === element.incoming.length) fire(run, element, tokens);
  },
  pass({ run, element, token }) {
    take(run, outgoing(run, element), token);
  },
};
