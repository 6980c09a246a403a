import type { Definition } from '@/server/bpmn/definition';
import type { Command, CommandActor } from '@/server/engine/core/command';
import type { DataChange, EngineEvent } from '@/server/engine/core/event';
import type { InstanceState } from '@/server/engine/core/state';
import type { WriteRow } from './diff';
import type { OutboxMessage, StatMessage } from '@/server/notify/outbox-message';

/** One accepted command, as the trail records it. */
export type Step = {
  command: Command;
  actor: CommandActor;
  definition: Definition;
  before: InstanceState | null;
  after: InstanceState;
  events: readonly EngineEvent[];
  seq: number;
  at: string;
};

/** What the step changed in the form's data; the whole of it when the applicant submits. Null when it changed nothing: the journal says who did it. */
export function snapshotRow(step: Step): WriteRow | null {
  const { command, before, after } = step;
  const changes = step.events.flatMap((event): readonly DataChange[] => (event.type === 'dataChanged' ? event.changes : []));
  const submitted = command.type === 'startInstance' || command.type === 'resubmit';
  if (changes.length === 0 && !submitted) return null;
  const place = placeOf(command, before);
  return {
    seq: step.seq,
    activity_id: place?.activityId ?? null,
    work_item_id: 'workItemId' in command ? command.workItemId : null,
    element_id: place?.elementId ?? (command.type === 'startInstance' ? step.definition.startId : null),
    actor_id: step.actor.kind === 'user' ? step.actor.userId : null,
    at: step.at,
    round: after.instance.round,
    rev_before: before?.data.rev ?? 0,
    rev_after: after.data.rev,
    changes,
    full: submitted ? after.data.values : null,
  };
}

/**
 * What the dispatcher has to do for this step, if anything: a pointer to the journal, where the notices and the counters' events
 * are. Writing them out a second time would cost 0.6 KB of WAL.
 */
export function outboxRow(step: Step): OutboxMessage | null {
  const busy = step.events.some((event) => event.type === 'noticeRequested' || statOf(event, step.after) !== null);
  return busy ? { kind: 'step', payload: { rootInstanceId: step.after.instance.id, seq: step.seq } } : null;
}

export function statsOf(step: Step): StatMessage[] {
  return step.events.flatMap((event) => statOf(event, step.after) ?? []);
}

// helpers //////////////////////

function placeOf(command: Command, before: InstanceState | null): { activityId: string; elementId: string } | undefined {
  if ('workItemId' in command && command.workItemId !== null) return before?.workItems[command.workItemId];
  return 'jobId' in command ? before?.jobs[command.jobId] : undefined;
}

function statOf(event: EngineEvent, { instance, activities }: InstanceState): StatMessage | null {
  const { processId, departmentId } = instance;
  switch (event.type) {
    case 'instanceStarted':
      return { event: 'started', processId, departmentId, at: instance.startedAt };
    case 'instanceEnded':
      return {
        event: 'ended',
        processId,
        departmentId,
        at: event.at,
        outcome: event.outcome,
        seconds: seconds(instance.startedAt, event.at),
      };
    case 'activityEnded': {
      const activity = activities[event.activityId];
      if (activity?.kind !== 'userTask' || event.status !== 'completed') return null;
      return { event: 'activity', processId, elementId: event.elementId, at: event.at, seconds: seconds(activity.startedAt, event.at) };
    }
    default:
      return null;
  }
}

function seconds(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
