import type { ElementOf } from '@/server/bpmn/definition';
import { begin } from '../activity';
import { assign } from '../assignment/assign';
import { resolveReaders } from '../assignment/resolve-readers';
import { fillSeats, groupOf } from '../group/fill-seats';
import { giveToRead } from '../read-items';
import type { Run } from '../run';
import { after, armBoundaries, before, schedule } from '../timers';
import type { ActivityInstance } from '../state';
import type { Activity, Step } from './behavior';

/** People decide, as an approval group; or, by the rule `auto`, everyone gets it to read and it goes on. */
export const userTask: Activity<'userTask'> = {
  is: 'activity',
  activate(step) {
    if (step.element.settings.completion.rule === 'auto') letRead(step);
    else ask(step);
  },
  complete(run, _element, { group }) {
    const outcome = group?.rule.rule === 'auto' ? null : (group?.outcome ?? null);
    if (outcome !== null && run.state.instance.variables.outcome !== outcome) run.emit({ type: 'variablesSet', variables: { outcome } });
  },
};

// helpers //////////////////////

function letRead({ run, element, token }: Step<'userTask'>): void {
  const { settings } = element;
  const readers = resolveReaders(run, { elementId: element.id, rules: settings.assignment, except: settings.except });
  const activity = begin(run, element, token, { group: { rule: settings.completion, outcome: 'approved', tally: null, notes: [] } });
  giveToRead(run, activity, readers);
  run.push({ type: 'complete', activityId: activity.id });
}

function ask({ run, element, token, restored }: Step<'userTask'>): void {
  const found = assign({ run, element, causes: token.causes, restored });
  const { due } = element.settings;
  const dueAt = due ? after(run, due.duration) : null;
  const activity = begin(run, element, token, { group: groupOf(found), dueAt });
  fillSeats(run, element, activity, found);
  if (run.state.activities[activity.id]?.group?.outcome !== null) return;
  armBoundaries(run, element, activity, restored?.armed);
  remind(run, element, activity);
}

function remind(run: Run, element: ElementOf<'userTask'>, { id, dueAt }: ActivityInstance): void {
  const remindBefore = element.settings.due?.remindBefore;
  if (dueAt === null) return;
  schedule(run, { activityId: id, elementId: element.id, kind: 'due', dueAt });
  if (remindBefore === undefined) return;
  const remindAt = before(run, dueAt, remindBefore);
  if (remindAt > run.now) schedule(run, { activityId: id, elementId: element.id, kind: 'remind', dueAt: remindAt });
}
