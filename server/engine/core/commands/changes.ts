import type { ValuesPatch } from '../command';
import { diffData } from '../data/diff-data';
import { Refusal } from '../failures';
import type { Run } from '../run';
import type { Id } from '../state';

/** Writes what differs from the present values; a patch that changes nothing is no event. */
export function changeData(run: Run, patch: ValuesPatch): void {
  const changes = diffData(run.state.data.values, patch);
  if (changes.length > 0) run.emit({ type: 'dataChanged', changes, rev: run.state.data.rev + 1 });
}

/** Remembers who is to act at later activities; only activities that let somebody choose take it. */
export function choosePeople(run: Run, chosen: Readonly<Record<string, readonly Id[]>>): void {
  for (const [elementId, userIds] of Object.entries(chosen)) {
    const element = run.definition.elements[elementId];
    const lets =
      element?.kind === 'userTask' &&
      [...element.settings.assignment, ...element.settings.except].some(
        (rule) => rule.kind === 'chosenByApplicant' || rule.kind === 'chosenByPrevious',
      );
    if (!lets) throw new Refusal('FIELD_REF', `chosen.${elementId}`);
    run.emit({ type: 'peopleChosen', elementId, userIds: [...new Set(userIds)] });
  }
}
