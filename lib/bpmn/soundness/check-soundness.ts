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
  // The unreduced net names the elements and confirms; only when it is too large the reduced one has to do.
  const full = explore(net);
  if (full.faults.length > 0) return full.faults.map((fault) => finding(net, fault));
  return full.decided ? [] : quick.faults.map((fault) => finding(small, fault));
}

// helpers //////////////////////

function finding(net: Net, fault: Fault): Finding {
  const [elementId = null] = nodeAt(net, fault.node).members;
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
