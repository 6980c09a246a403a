import { requireRunning } from './guards';
import type { Handler } from './handler';

/** Nothing moves until it is resumed: no task, no job, no timer. Reading goes on. */
export const suspend: Handler<'suspend'> = (run, { reason }) => {
  requireRunning(run);
  run.emit({ type: 'instanceSuspended', reason });
};
