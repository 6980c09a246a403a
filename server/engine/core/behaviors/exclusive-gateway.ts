import { firstTrue, take } from '../flow';
import type { Passage } from './behavior';

/** Takes the first outgoing flow whose condition holds, otherwise the default flow. As a merge it lets every token through. */
export const exclusiveGateway: Passage<'exclusiveGateway'> = {
  is: 'passage',
  pass({ run, element, token }) {
    take(run, firstTrue(run, element), token);
  },
};
