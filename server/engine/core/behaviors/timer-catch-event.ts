import { begin } from '../activity';
import { dueOf, schedule } from '../timers';
import type { Activity } from './behavior';

/** Waits until its timer fires (commands/fire-timer.ts). */
export const timerCatchEvent: Activity<'timerCatchEvent'> = {
  is: 'activity',
  activate({ run, element, token }) {
    const dueAt = dueOf(run, element.timer);
    const activity = begin(run, element, token, { dueAt });
    schedule(run, { activityId: activity.id, elementId: element.id, kind: 'catch', dueAt });
  },
};
