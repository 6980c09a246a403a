import { readTimer } from '../event-definitions';
import { nodesOf, problemAt, type Rule } from '../rule';

/** A timer event says when: a duration above zero and below a hundred years, or a date. */
export const timer: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (node.kind !== 'timerCatchEvent' && node.kind !== 'timerBoundaryEvent') return [];
    const read = readTimer(node.element);
    if (read.state === 'missing') return [problemAt('timerMissing', node)];
    if (read.state === 'cycle') return [problemAt('timerCycle', node, { params: { source: read.source } })];
    if (read.state === 'invalid') return [problemAt('timerInvalid', node, { params: { source: read.source } })];
    if (read.timer.kind === 'date' || isSensible(read.timer.duration)) return [];
    return [problemAt('timerInvalid', node, { params: { source: read.timer.duration } })];
  });

/** Above zero and at most about a hundred years. */
export function isSensible(duration: string): boolean {
  const seconds = roughSeconds(duration);
  return seconds > 0 && seconds <= 100 * 365.25 * 86_400;
}

const unit = { Y: 31_557_600, W: 604_800, D: 86_400, H: 3600, S: 1 } as const;

/** Length of an ISO 8601 duration with average years and months: for comparing, never for reckoning a due time. */
export function roughSeconds(duration: string): number {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const sum = (part: string, months: number) =>
    [...part.matchAll(/(\d+)([YMWDHS])/g)].reduce(
      (total, [, count, letter]) => total + Number(count) * (letter === 'M' ? months : unit[letter as keyof typeof unit]),
      0,
    );
  return sum(date, 2_629_800) + sum(time, 60);
}
