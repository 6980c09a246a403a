import type { TimerSettings } from '@/lib/bpmn/settings';
import type { ElementDef } from '@/server/bpmn/definition';
import { evaluateInstant } from './expressions';
import { clockOf } from './feel';
import { addDuration } from './instant';
import type { Run } from './run';
import type { ActivityInstance, Instant, Timer } from './state';

/** When a timer that begins now is due; a date in the past is due now. */
export function dueOf(run: Run, timer: TimerSettings): Instant {
  if (timer.kind === 'duration') return after(run, timer.duration);
  const due = evaluateInstant(run, timer.expression);
  return due < run.now ? run.now : due;
}

export function after(run: Run, duration: string): Instant {
  return addDuration(run.now, duration, { clock: clockOf(run.input.env.timeZone) });
}

export function before(run: Run, instant: Instant, duration: string): Instant {
  return addDuration(instant, duration, { sign: -1, clock: clockOf(run.input.env.timeZone) });
}

export function schedule(run: Run, timer: Omit<Timer, 'id'>): void {
  run.emit({ type: 'timerScheduled', timer: { id: run.id(), ...timer } });
}

/** Starts the boundary timers of an activity that waits from here on; `only` leaves out those that had fired before a return. */
export function armBoundaries(run: Run, element: ElementDef, activity: ActivityInstance, only?: readonly string[]): void {
  for (const id of element.boundaries) {
    const boundary = run.element(id);
    if (boundary.kind !== 'timerBoundaryEvent' || (only && !only.includes(id))) continue;
    schedule(run, { activityId: activity.id, elementId: id, kind: 'boundary', dueAt: dueOf(run, boundary.timer) });
  }
}
