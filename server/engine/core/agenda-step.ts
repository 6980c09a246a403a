import type { Id, WayBackActivity } from './state';
import type { WayBack } from './state';

/** Where a token is and where it comes from. */
export type Token = { scopeId: Id | null; viaFlow: string | null; causes: readonly Id[] };

/** What a straight resubmission gives back to an activity that a return took away. */
export type Restored = Pick<WayBackActivity, 'seats' | 'armed' | 'added'> & {
  inner: Pick<WayBack, 'activities' | 'tokens'> /** Of the taken activity. */;
  id: Id;
};

/**
 * Internal steps of one command. `arrive`: a token comes to an element. `pass`: an element without an activity lets
 * it go on. `complete`: an activity is done and leaves.
 */
export type AgendaStep =
  | { type: 'arrive'; elementId: string; token: Token; restored?: Restored }
  | { type: 'pass'; elementId: string; token: Token }
  | { type: 'complete'; activityId: Id };
