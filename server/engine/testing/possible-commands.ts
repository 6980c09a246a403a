import { newId } from '@/lib/id';
import { isOpen } from '@/server/engine/core/live';
import type { Command } from '@/server/engine/core/command';
import type { InstanceState, WorkItem } from '@/server/engine/core/state';

/** `now` in milliseconds. */
type Around = { applicant: string; people: readonly string[]; operator: string; now: number };

/** Commands that somebody could give now, most of them allowed, each with who gives it; null is a worker. */
export function possibleCommands(
  { workItems, timers, jobs, incidents, instance }: InstanceState,
  around: Around,
): [Command, string | null][] {
  const { applicant, people, operator, now } = around;
  const items = Object.values(workItems).filter(isOpen);
  const options: [Command, string | null][] = items.flatMap((item) => onItem(item, around));
  for (const timer of Object.values(timers)) options.push([{ type: 'fireTimer', timerId: timer.id }, null]);
  for (const job of Object.values(jobs)) {
    if (job.status !== 'ready') continue;
    options.push([{ type: 'completeJob', jobId: job.id, leaseToken: '', output: { values: { done: true }, variables: { n: 1.5 } } }, null]);
    options.push([{ type: 'failJob', jobId: job.id, leaseToken: '', error: { status: 500 }, retryAt: null }, null]);
    options.push([{ type: 'failJob', jobId: job.id, leaseToken: '', error: 'again', retryAt: new Date(now + 1000).toISOString() }, null]);
    options.push([{ type: 'throwJobError', jobId: job.id, leaseToken: '', code: 'NO', message: 'no' }, null]);
  }
  for (const incident of Object.values(incidents)) {
    options.push([{ type: 'retryIncident', incidentId: incident.id, reason: 'again' }, operator]);
    if (incident.kind === 'nobody')
      options.push([
        { type: 'reassign', workItemId: null, incidentId: incident.id, toUserId: people[0] ?? operator, reason: 'named' },
        operator,
      ]);
  }
  if (instance.status === 'running')
    options.push(
      [{ type: 'suspend', reason: 'wait' }, operator],
      [{ type: 'urge', comment: '' }, applicant],
      [{ type: 'terminate', reason: 'x' }, operator],
    );
  if (instance.status === 'suspended') options.push([{ type: 'resume', reason: 'go' }, operator]);
  return options;
}

// helpers //////////////////////

function onItem(item: WorkItem, { applicant, people }: Around): [Command, string][] {
  const by = item.userId ?? item.candidates[0] ?? applicant;
  const about = { workItemId: item.id, comment: '意见 "1"', chosen: {} };
  if (item.kind === 'revise')
    return [
      [
        {
          type: 'resubmit',
          workItemId: item.id,
          values: { lines: [{ _id: newId(), a: 1 }] },
          title: 'new',
          businessKey: null,
          chosen: {},
        },
        by,
      ],
    ];
  if (item.kind === 'read') return [];
  const options: [Command, string][] = [
    [{ type: 'decide', ...about, decision: 'approve', values: {} }, by],
    [{ type: 'decide', ...about, decision: 'approve', values: { note: item.id } }, by],
    [{ type: 'decide', ...about, decision: 'reject', values: {} }, by],
    [{ type: 'returnToApplicant', workItemId: item.id, comment: 'back', values: {} }, by],
    [{ type: 'view', workItemId: item.id }, by],
    [{ type: 'transfer', workItemId: item.id, toUserId: people.find((id) => id !== by) ?? by, comment: 't' }, by],
  ];
  if (item.userId === null) options.push([{ type: 'claim', workItemId: item.id }, by]);
  else options.push([{ type: 'release', workItemId: item.id }, by]);
  return options;
}
