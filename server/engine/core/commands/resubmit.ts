import { end } from '../activity';
import { Refusal } from '../failures';
import { restore } from '../return/restore';
import { changeData, choosePeople } from './changes';
import { requireOwnOpenItem } from './guards';
import type { Handler } from './handler';

/** The applicant sends it off again: a new round, straight to where it was or through the whole chain anew. */
export const resubmit: Handler<'resubmit'> = (run, { workItemId, values, title, businessKey, chosen }) => {
  const item = requireOwnOpenItem(run, workItemId, 'revise');
  const wayBack = run.state.activities[item.activityId]?.wayBack;
  if (!wayBack) throw new Refusal('ALREADY_DONE');
  const { instance } = run.state;

  changeData(run, values);
  choosePeople(run, chosen);
  if (title !== instance.title || businessKey !== instance.businessKey) run.emit({ type: 'titleChanged', title, businessKey });
  run.emit({ type: 'workItemChanged', workItemId, elementId: item.elementId, change: { status: 'done', endedAt: run.now } });
  run.emit({ type: 'roundStarted', round: instance.round + 1 });
  end(run, item.activityId, 'completed');
  if (wayBack.mode === 'straight') {
    restore(run, wayBack);
    return;
  }
  run.emit({ type: 'approvalsForgotten' });
  run.push({ type: 'arrive', elementId: run.definition.startId, token: { scopeId: null, viaFlow: null, causes: [item.activityId] } });
};
