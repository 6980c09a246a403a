import { endInstance } from '../end-instance';
import { Refusal } from '../failures';
import { openItems, peopleOf } from '../seats';
import type { Handler } from './handler';

/** An administrator ends it, suspended or not. */
export const terminate: Handler<'terminate'> = (run, { reason }) => {
  const { instance } = run.state;
  if (instance.status !== 'running' && instance.status !== 'suspended') throw new Refusal('STATE_CONFLICT');
  const told = [...new Set([instance.applicantId, ...openItems(run.state).flatMap(peopleOf)])];
  endInstance(run, { status: 'terminated', outcome: 'terminated' });
  run.notify('terminated', told, { params: { reason } });
};
