import { edgeAt, type Net, type NetNode, nodeAt } from './net';
import { orReach } from './or-reach';

export type Fault = {
  kind: 'deadlock' | 'doubling' | 'neverReached' | 'livelock';
  /** Node of the net. */
  node: number;
  /** Nodes fired on the way there. */
  trace: readonly number[];
};
export type Explored = { faults: readonly Fault[]; decided: boolean };

type State = { marking: string; parent: number; fired: number; next: number[]; bad: boolean };

/** States after which the net counts as not decided. */
export const LIMIT = 20_000;

/** Tries every order in which tokens can move, breadth first, so that the first counter-example is a shortest one. */
export function explore(net: Net, limit = LIMIT): Explored {
  return new Space(net).run(limit);
}

class Space {
  readonly #net: Net;
  readonly #reach: ReturnType<typeof orReach>;
  readonly #states: State[] = [];
  readonly #known = new Map<string, number>();
  readonly #fired = new Set<number>();
  readonly #faults: Fault[] = [];

  constructor(net: Net) {
    this.#net = net;
    this.#reach = orReach(net);
  }

  run(limit: number): Explored {
    const start = new Uint8Array(this.#net.edges.length);
    start[this.#net.first] = 1;
    this.#add(start, -1, edgeAt(this.#net, this.#net.first).from);
    for (let at = 0; at < this.#states.length; at++) {
      if (this.#states.length > limit) return { faults: this.#faults, decided: this.#faults.length > 0 };
      this.#expand(at);
    }
    if (this.#faults.length === 0) this.#faults.push(...this.#livelock(), ...this.#unreached());
    return { faults: this.#faults, decided: true };
  }

  #expand(at: number): void {
    const state = this.#stateAt(at);
    const marking = Uint8Array.from(state.marking, (unit) => unit.charCodeAt(0));
    let moved = false;
    for (let node = 0; node < this.#net.nodes.length; node++) {
      for (const taken of this.#enabled(marking, node)) {
        moved = true;
        this.#fire(at, marking, node, taken);
      }
    }
    if (moved || !state.marking.includes('\u0001')) return;
    state.bad = true;
    const waiting = this.#net.edges.findIndex((_, edge) => marking[edge] === 1);
    this.#report('deadlock', edgeAt(this.#net, waiting).to, at);
  }

  /** The sets of edges from which the node may take tokens now. */
  #enabled(marking: Uint8Array, index: number): number[][] {
    const node = nodeAt(this.#net, index);
    const full = node.ins.filter((edge) => marking[edge] === 1);
    if (full.length === 0) return [];
    if (index === this.#net.sink || node.join === 'xor' || node.endsAll) return full.map((edge) => [edge]);
    if (node.join === 'and') return full.length === node.ins.length ? [full] : [];
    return this.#reach.isBlocked(index, marking) ? [] : [full];
  }

  #fire(at: number, marking: Uint8Array, index: number, taken: readonly number[]): void {
    const node = nodeAt(this.#net, index);
    const left = node.endsAll ? new Uint8Array(marking.length) : marking.slice();
    this.#fired.add(index);
    for (const edge of taken) left[edge] = 0;
    for (const given of outputs(node)) {
      const next = left.slice();
      const doubled = given.some((edge) => left[edge] === 1);
      if (doubled) {
        this.#stateAt(at).bad = true;
        this.#report('doubling', index, at);
        continue;
      }
      for (const edge of given) next[edge] = 1;
      this.#add(next, at, index);
    }
  }

  #add(marking: Uint8Array, parent: number, fired: number): void {
    const key = String.fromCharCode(...marking);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.#states.push({ marking: key, parent, fired, next: [], bad: false }) - 1;
      this.#known.set(key, index);
    }
    if (parent >= 0) this.#stateAt(parent).next.push(index);
  }

  /** One fault of a kind at a node: the first has the shortest trace. */
  #report(kind: Fault['kind'], node: number, at: number): void {
    if (this.#faults.some((fault) => fault.kind === kind && fault.node === node)) return;
    this.#faults.push({ kind, node, trace: at < 0 ? [] : this.#trace(at) });
  }

  #trace(at: number): number[] {
    const trace: number[] = [];
    for (let state = this.#states[at]; state; state = this.#states[state.parent]) trace.unshift(state.fired);
    return trace;
  }

  /** A state from which the empty marking cannot be reached. */
  #livelock(): Fault[] {
    const before = new Map<number, number[]>();
    for (const [index, state] of this.#states.entries())
      for (const next of state.next) before.set(next, [...(before.get(next) ?? []), index]);
    const canEnd = new Set<number>();
    const stack = this.#states.flatMap((state, index) => (state.marking.includes('\u0001') ? [] : [index]));
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (canEnd.has(at)) continue;
      canEnd.add(at);
      stack.push(...(before.get(at) ?? []));
    }
    const caught = this.#states.findIndex((_, index) => !canEnd.has(index));
    return caught < 0 ? [] : [{ kind: 'livelock', node: this.#stateAt(caught).fired, trace: this.#trace(caught) }];
  }

  #unreached(): Fault[] {
    return this.#net.nodes.flatMap((node, index): Fault[] =>
      this.#fired.has(index) || index === this.#net.sink || node.ins.length === 0 ? [] : [{ kind: 'neverReached', node: index, trace: [] }],
    );
  }

  #stateAt(index: number): State {
    const state = this.#states[index];
    if (!state) throw new Error(`no state ${index}`);
    return state;
  }
}

/** The sets of edges that a node may fill at once. */
function outputs({ outs, split }: NetNode): number[][] {
  if (outs.length === 0) return [[]];
  if (split === 'and') return [outs];
  if (split === 'xor') return outs.map((edge) => [edge]);
  return subsets(outs);
}

const MAX_SUBSETS_OF = 8;

/** Every choice of at least one; of very many ways only one, two and all, which is where joins go wrong. */
function subsets(edges: readonly number[]): number[][] {
  if (edges.length > MAX_SUBSETS_OF)
    return [[...edges], ...edges.map((edge) => [edge]), ...edges.slice(1).map((edge, index) => [edges[index] ?? edge, edge])];
  const all: number[][] = [];
  for (let bits = 1; bits < 2 ** edges.length; bits++) all.push(edges.filter((_, index) => (bits >> index) & 1));
  return all;
}
