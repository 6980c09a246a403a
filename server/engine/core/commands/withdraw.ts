import { endInstance } from '../end-instance';
import { Refusal } from '../failures';
import type { Run } from '../run';
import { openItems, peopleOf } from '../seats';
import { requireRunning, requireUser } from './guards';
import type { Handler } from './handler';

/** The applicant takes the request away, as long as the process lets him or her. */
export const withdraw: Handler<'withdraw'> = (run, { reason }) => {
  if (requireUser(run) !== run.state.instance.applicantId) throw new Refusal('FORBIDDEN');
  requireRunning(run);
  if (!mayWithdraw(run)) throw new Refusal('STATE_CONFLICT');
  const told = [...new Set(openItems(run.state).flatMap(peopleOf))].filter((userId) => userId !== run.state.instance.applicantId);
  endInstance(run, { status: 'terminated', outcome: 'withdrawn' });
  run.notify('withdrawn', told, { params: { reason } });
};

// helpers //////////////////////

/** Who has the own request back on the desk need not send it off again only to take it away. */
function mayWithdraw(run: Run): boolean {
  const { withdraw: when } = run.definition.settings;
  if (when !== 'untilFirstDecision') return when === 'whileRunning';
  return (
    !run.state.instance.memo.acted ||
    Object.values(run.state.activities).some((activity) => activity.kind === 'revise' && activity.status === 'active')
  );
}
