import { Refusal } from '../failures';
import type { Handler } from './handler';

export const resume: Handler<'resume'> = (run, { reason }) => {
  if (run.state.instance.status !== 'suspended') throw new Refusal('STATE_CONFLICT');
  run.emit({ type: 'instanceResumed', reason });
};
