import type { InboxAt } from './inbox-history';
import type { Machine } from './machine';
import type { PerStep } from './per-approval';
import type { Comparison } from './rounds';
import type { Throughput } from './throughput';

export type Results = {
  date: string;
  commit: string;
  machine: Machine & { postgres: string };
  /** What makes a run the same again. */
  seed: { request: string; rounds: number; steps: number; clients: number };
  perStep: PerStep;
  throughput: Throughput;
  inbox: readonly InboxAt[];
};

type Line = { what: string; measured: string; goal: string; met: boolean };

/** Every figure beside its goal, as a table of Markdown. */
export function print(results: Results): void {
  const rows = linesOf(results).map(({ what, measured, goal, met }) => `| ${what} | ${measured} | ${goal} | ${met ? 'yes' : 'no'} |`);
  process.stdout.write(`${['| | measured | goal | met |', '|---|---|---|---|', ...rows].join('\n')}\n`);
}

// helpers //////////////////////

function linesOf({ perStep, throughput, inbox }: Results): Line[] {
  const { roundTrips, walBytes, walBytesBySql } = perStep.approve;
  const cpu = throughput.approve.engine.nodeCpuMs;
  const pages = inbox.map(({ page }) => page);
  const growth = Math.max(...pages) / Math.min(...pages);
  return [
    ratioLine('approvals, engine : SQL', throughput.approve),
    ratioLine('… of requests to be loaded first', throughput.approveLoaded),
    ratioLine('starts, engine : SQL', throughput.start),
    {
      what: 'round trips of an approval',
      measured: `${roundTrips}; ${perStep.roundTripsLoaded} of one to be loaded first`,
      goal: '≤ 3',
      met: Math.max(roundTrips, perStep.roundTripsLoaded) <= 3,
    },
    { what: 'WAL of an approval', measured: `${walBytes} B (SQL: ${walBytesBySql} B)`, goal: '≤ 3200 B', met: walBytes <= 3_200 },
    { what: 'Node CPU of an approval', measured: `${cpu} ms`, goal: '≤ 0.5 ms', met: cpu <= 0.5 },
    {
      what: `pages of the inbox at ${inbox.map(({ history }) => history.toLocaleString('en')).join(' and ')} finished requests`,
      measured: pages.join(' and '),
      goal: '≤ 200, equal ± 20 %',
      met: Math.max(...pages) <= 200 && growth <= 1.2,
    },
  ];
}

function ratioLine(what: string, { engine, sql, ratio }: Comparison): Line {
  return {
    what,
    measured: `${ratio.median} (${ratio.min}–${ratio.max}); ${engine.perSecond}/s : ${sql.perSecond}/s`,
    goal: '≥ 0.50',
    met: ratio.median >= 0.5,
  };
}
