import { begin } from '../activity';
import { armBoundaries } from '../timers';
import type { Activity } from './behavior';

/** Leaves a job for the worker; nothing outside is called within a command. */
export const serviceTask: Activity<'serviceTask'> = {
  is: 'activity',
  activate({ run, element, token, restored }) {
    const activity = begin(run, element, token);
    const job = {
      id: run.id(),
      activityId: activity.id,
      elementId: element.id,
      connectorId: element.settings.connectorId,
      kind: 'service',
      status: 'ready',
      attempts: 0,
      runAt: run.now,
      leaseToken: null,
      lastError: null,
    } as const;
    run.emit({ type: 'jobCreated', job });
    armBoundaries(run, element, activity, restored?.armed);
  },
};
