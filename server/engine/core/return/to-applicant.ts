import { begin, emptyScope } from '../activity';
import type { Run } from '../run';
import { createWorkItem } from '../seats';
import type { WayBack } from '../state';
import { wayBackOf } from './way-back';

/**
 * The request goes back to the applicant. Everything alive descends from the start, so by causality all of it is
 * taken away, join tokens included; one activity at the start event remembers it. The life span goes on.
 */
export function returnToApplicant(run: Run, why: Pick<WayBack, 'mode' | 'cause' | 'byUserId' | 'comment'>): void {
  const start = run.element(run.definition.startId);
  const { applicantId } = run.state.instance;
  const wayBack: WayBack = { ...why, ...wayBackOf(run.state) };
  emptyScope(run, null, 'rolled_back');
  const activity = begin(run, start, { scopeId: null, viaFlow: null, causes: [] }, { kind: 'revise', wayBack });
  const item = createWorkItem(run, activity, { kind: 'revise', status: 'unread', userId: applicantId });
  run.notify(why.cause, [applicantId], { workItemId: item.id, elementId: start.id, params: { comment: why.comment } });
}
