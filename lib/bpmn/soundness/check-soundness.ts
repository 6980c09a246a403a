import type { ProcessModel } from '../process-model';
import { copyNet, type Kind, type Net, nodeAt } from './net';
import { isFolded, reduce } from './reduce';
import { explore, type Fault } from './state-space';
import { translate } from './translate';

export type Finding = {
  kind: Fault['kind'] | 'undecided';
  /** The element to blame, usually a join. */
  elementId: string | null;
  /** Elements passed on the way to it, in order. */
  trace: readonly string[];
  /** The kind of join with which it would be sound. */
  fix: Kind | null;
};

/** Finds what in one container stops for ever, runs twice, never runs or never ends. */
export function checkSoundness(model: ProcessModel, scopeId: string): Finding[] {
  const net = translate(model, scopeId);
  if (!net) return [];
  const small = reduce(net);
  if (isFolded(small)) return [];
  const quick = explore(small);
  if (quick.faults.length === 0) return quick.decided ? [] : [{ kind: 'undecided', elementId: null, trace: [], fix: null }];
  // The unreduced net confirms and has the exact way there; when it is too large the reduced one has to do.
  const full = explore(net, CONFIRM_LIMIT);
  if (full.faults.length > 0) return causes(net, full.faults).map((fault) => finding(net, net, fault));
  return full.decided ? [] : causes(small, quick.faults).map((fault) => finding(small, net, fault));
}

// helpers //////////////////////

/** About ten milliseconds: the check runs while somebody draws. */
const CONFIRM_LIMIT = 2000;

/** What is doubled once is doubled again behind it: only where ways meet is the cause. */
function causes(net: Net, faults: readonly Fault[]): readonly Fault[] {
  const meetings = faults.filter((fault) => fault.kind !== 'doubling' || nodeAt(net, fault.node).ins.length > 1);
  return meetings.length > 0 ? meetings : faults.slice(0, 1);
}

function finding(net: Net, whole: Net, fault: Fault): Finding {
  const { members } = nodeAt(net, fault.node);
  const meets = (id: string) => whole.nodes.some((node) => node.members.includes(id) && node.ins.length > 1);
  const elementId = members.find(meets) ?? members[0] ?? null;
  return { kind: fault.kind, elementId, trace: fault.trace.flatMap((node) => nodeAt(net, node).members), fix: fixOf(net, fault) };
}

/** Another kind of join that makes the whole container sound. */
function fixOf(net: Net, { kind, node }: Fault): Kind | null {
  if (kind !== 'deadlock' && kind !== 'doubling') return null;
  const { join, ins } = nodeAt(net, node);
  if (ins.length < 2) return null;
  const candidates = (join === 'and' ? ['xor', 'or'] : join === 'xor' ? ['and', 'or'] : ['xor', 'and']) as readonly Kind[];
  return candidates.find((candidate) => isSoundWith(net, node, candidate)) ?? null;
}

function isSoundWith(net: Net, node: number, join: Kind): boolean {
  const changed = copyNet(net);
  nodeAt(changed, node).join = join;
  const small = reduce(changed);
  if (isFolded(small)) return true;
  const { faults, decided } = explore(small);
  return decided && faults.length === 0;
}
