import { execFileSync } from 'node:child_process';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { round } from './rounds';

export type Machine = {
  cpu: string;
  cores: number;
  memoryGb: number;
  platform: string;
  node: string;
  /** Over the last minute before the run: above the number of cores, others were working on the machine. */
  loadBefore: number;
};

export function machine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? '',
    cores: all.length,
    memoryGb: round(totalmem() / 2 ** 30, 0),
    platform: `${platform()} ${process.arch}`,
    node: process.version,
    loadBefore: round(loadavg()[0] ?? 0, 1),
  };
}

/** The commit that is measured, with a mark when the working tree differs from it. */
export function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short=10', 'HEAD')}${git('status', '--porcelain', '-uno') === '' ? '' : '-changed'}`;
}
