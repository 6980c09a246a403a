import type { CompletionRule } from '@/lib/bpmn/assignment';

/**
 * How many approvals a group of so many seats needs. A vote's need never exceeds its seats: when fewer people are
 * found than the model counted on, all of them must approve, instead of a vote that is lost before it begins.
 */
export function needOf(rule: CompletionRule, seats: number): number {
  switch (rule.rule) {
    case 'auto':
      return 0;
    case 'any':
      return Math.min(1, seats);
    case 'all':
    case 'sequential':
      return seats;
    case 'vote': {
      const more = rule.compare === 'moreThan';
      const byPercent = rule.percent === undefined ? seats : percentOf(rule.percent, seats, more);
      const byCount = rule.count === undefined ? seats : rule.count + (more ? 1 : 0);
      return Math.max(Math.min(byPercent, byCount, seats), Math.min(1, seats));
    }
  }
}

// helpers //////////////////////

/** In millionths of a percent, so that 55.1 % of 1000 is 551 and not a rounding error above it. */
function percentOf(percent: number, seats: number, more: boolean): number {
  const whole = 100_000_000;
  const part = Math.round(percent * 1_000_000) * seats;
  return more ? Math.floor(part / whole) + 1 : Math.ceil(part / whole);
}
