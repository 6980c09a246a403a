import { after, schedule } from '../timers';
import { choosePeople } from './changes';
import type { Handler } from './handler';

export const startInstance: Handler<'startInstance'> = (run, { instance, values, formVersionId, formRowId, chosen }) => {
  const { lifeSpan } = run.definition.settings;
  run.emit({
    type: 'instanceStarted',
    instance: {
      ...instance,
      status: 'running',
      outcome: null,
      version: 0,
      round: 1,
      variables: {},
      approvals: [],
      memo: { visits: {}, chosen: {}, acted: false },
      startedAt: run.now,
      endedAt: null,
    },
    data: { formVersionId, formRowId, rev: 1, values },
  });
  choosePeople(run, chosen);
  if (lifeSpan !== undefined) schedule(run, { activityId: null, elementId: null, kind: 'lifeSpan', dueAt: after(run, lifeSpan) });
  run.push({ type: 'arrive', elementId: run.definition.startId, token: { scopeId: null, viaFlow: null, causes: [] } });
};
