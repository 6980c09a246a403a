import type { ElementKind } from '@/lib/bpmn/element-kinds';
import type { ElementOf } from '@/server/bpmn/definition';
import type { Restored, Token } from '../agenda-step';
import type { Run } from '../run';
import type { ActivityInstance } from '../state';

export type Step<K extends ElementKind> = { run: Run; element: ElementOf<K>; token: Token; restored: Restored | undefined };

/** Events and gateways: a token goes through, or waits as a join token. They have no activity unless one gets stuck. */
export type Passage<K extends ElementKind> = {
  is: 'passage';
  /** A token comes; without it the token passes at once. */
  arrive?(step: Step<K>): void;
  pass(step: Step<K>): void;
};

/** Everything that lasts: `activate` begins one activity and either waits or pushes its completion. */
export type Activity<K extends ElementKind> = {
  is: 'activity';
  activate(step: Step<K>): void;
  /** Before the activity ends as completed and leaves by its flows. */
  complete?(run: Run, element: ElementOf<K>, activity: ActivityInstance): void;
};

export type Behavior<K extends ElementKind> = Passage<K> | Activity<K>;
