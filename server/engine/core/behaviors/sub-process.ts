import { begin } from '../activity';
import { restoreInner } from '../return/restore';
import { armBoundaries } from '../timers';
import type { Activity } from './behavior';

/** A scope of its own: it begins at its start event and completes when it holds nothing (agenda.ts). */
export const subProcess: Activity<'subProcess'> = {
  is: 'activity',
  activate({ run, element, token, restored }) {
    const activity = begin(run, element, token);
    armBoundaries(run, element, activity, restored?.armed);
    if (restored) restoreInner(run, restored, activity.id);
    else
      run.push({
        type: 'arrive',
        elementId: startOf(run.definition.scopes[element.id]),
        token: { scopeId: activity.id, viaFlow: null, causes: token.causes },
      });
  },
};

// helpers //////////////////////

function startOf(scope: { startId: string } | undefined): string {
  if (!scope) throw new Error('the definition has no such scope');
  return scope.startId;
}
