import { begin } from '../activity';
import { resolveReaders } from '../assignment/resolve-readers';
import { giveToRead } from '../read-items';
import type { Activity } from './behavior';

/** Everybody found gets it to read; nobody is waited for. */
export const sendTask: Activity<'sendTask'> = {
  is: 'activity',
  activate({ run, element, token }) {
    const readers = resolveReaders(run, { elementId: element.id, rules: element.settings.assignment, except: [] });
    const activity = begin(run, element, token);
    giveToRead(run, activity, readers);
    run.push({ type: 'complete', activityId: activity.id });
  },
};
