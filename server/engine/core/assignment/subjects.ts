import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { Json } from '@/lib/json';
import type { CommandType } from '../command';
import { Refusal } from '../failures';
import type { Run } from '../run';
import type { Id } from '../state';

/** The users or departments that a rule starts from: out of the form, chosen by somebody, or who decided before. */
export function subjectsOf(run: Run, elementId: string, rule: AssignmentRule): readonly Id[] {
  const { instance, data } = run.state;
  switch (rule.kind) {
    case 'departmentHead':
    case 'fieldUsers':
    case 'fieldDepartments':
      return idsIn(data.values[rule.field]);
    case 'chosenByApplicant':
    case 'chosenByPrevious': {
      const chosen = isFromBefore(run, elementId, rule.kind) ? [] : (instance.memo.chosen[elementId] ?? []);
      if (chosen.length === 0 && couldChoose(run, rule.kind)) throw new Refusal('FIELD_REQUIRED', `chosen.${elementId}`);
      return chosen;
    }
    case 'sameAs': {
      const last = instance.approvals.findLast((approval) => approval.elementId === rule.activityId);
      return last ? [last.userId] : [];
    }
    default:
      return [];
  }
}

/** Whether the one who gives the present command is the one who has to choose. */
export function couldChoose(run: Run, kind: AssignmentRule['kind']): boolean {
  return !run.assuming && (chooses[kind]?.includes(run.input.command.type) ?? false);
}

/** In a preview: people of this activity are chosen later. */
export function isToBeChosen(run: Run, elementId: string, rules: readonly AssignmentRule[]): boolean {
  return run.assuming && rules.some(({ kind }) => kind in chooses) && (run.state.instance.memo.chosen[elementId] ?? []).length === 0;
}

// helpers //////////////////////

/** Coming to an activity again, whoever decides says anew who is next: the last choice was for the last time. */
function isFromBefore({ state, input: { command } }: Run, elementId: string, kind: AssignmentRule['kind']): boolean {
  if (kind !== 'chosenByPrevious' || command.type !== 'decide') return false;
  return (state.instance.memo.visits[elementId] ?? 0) > 0 && (command.chosen[elementId] ?? []).length === 0;
}

const chooses: Partial<Record<AssignmentRule['kind'], readonly CommandType[]>> = {
  chosenByApplicant: ['startInstance', 'resubmit'],
  chosenByPrevious: ['startInstance', 'resubmit', 'decide'],
};

function idsIn(value: Json | undefined): Id[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
