import type { Block, Boundary, Process, Service, Sub, User } from './process-ast';

/*
 * What a process should do, by recursion on its tree: no tokens, no flows, no joins. A part that is done is null.
 * Compared with the engine after every step, so a mistake would have to be made twice, in two representations.
 */

type Seat = 'open' | 'waiting' | 'approved' | 'rejected';
type Hosted = { uid: number; armed: boolean };
type Live =
  | ({ k: 'user'; b: User; seats: readonly Seat[] } & Hosted)
  | ({ k: 'service'; b: Service } & Hosted)
  | { k: 'timer'; b: Block; uid: number }
  | ({ k: 'sub'; b: Sub } & Hosted & Scope)
  /** Goes on with `rest` when `now` is done. */
  | { k: 'then'; now: Live; rest: readonly Block[]; loop: Extract<Block, { k: 'loop' }> | null }
  | { k: 'together'; join: string; parts: readonly (Live | null)[] };
/** What non-interrupting boundary events started runs beside the main part. */
type Scope = { main: Live | null; sides: readonly Live[] };

export type Model = {
  process: Process;
  status: 'running' | 'completed: approved' | 'completed: rejected' | 'terminated: withdrawn';
  root: Scope;
  /** The request is with the applicant; `saved` is what a straight resubmission gives back, null is from the start. */
  revise: { saved: Scope | null } | null;
  vars: Readonly<Record<string, boolean>>;
  lastOutcome: 'approved' | 'rejected' | null;
  finished: readonly string[];
  uids: number;
};

export type Step =
  | { do: 'approve' | 'reject' | 'sendBack'; uid: number; id: string; seat: number }
  | { do: 'jobDone' | 'jobError'; uid: number; id: string }
  | { do: 'fire'; uid: number; id: string }
  | { do: 'fireBoundary'; uid: number; id: string }
  | { do: 'resubmit' };

export function begin(process: Process, vars: Readonly<Record<string, boolean>>): Model {
  const empty = { main: null, sides: [] };
  return restart({ process, status: 'running', root: empty, revise: null, vars, lastOutcome: null, finished: [], uids: 0 });
}

/** What can happen now, in a fixed order. */
export function enabled(model: Model): Step[] {
  if (model.status !== 'running') return [];
  if (model.revise) return [{ do: 'resubmit' }];
  return leaves(model.root).flatMap((live): Step[] => {
    const boundary: Step[] = 'armed' in live && live.armed ? [{ do: 'fireBoundary', uid: live.uid, id: live.b.id }] : [];
    if (live.k === 'user') {
      const open = live.seats.flatMap((seat, n) => (seat === 'open' ? [n] : []));
      return [
        ...open.flatMap((seat) =>
          (['approve', 'reject', 'sendBack'] as const).map((verb) => ({ do: verb, uid: live.uid, id: live.b.id, seat })),
        ),
        ...boundary,
      ];
    }
    if (live.k === 'service') {
      const done: Step = { do: 'jobDone', uid: live.uid, id: live.b.id };
      return live.b.boundary?.on === 'error' ? [done, { do: 'jobError', uid: live.uid, id: live.b.id }] : [done, ...boundary];
    }
    return live.k === 'timer' ? [{ do: 'fire', uid: live.uid, id: live.b.id }] : boundary;
  });
}

/** The process after a step; decisions may set variables first. */
export function step(before: Model, what: Step, vars: Readonly<Record<string, boolean>> = {}): Model {
  const model = { ...before, vars: { ...before.vars, ...vars } };
  if (what.do === 'resubmit')
    return model.revise?.saved ? { ...model, root: askAgain(model.revise.saved), revise: null } : restart({ ...model, revise: null });
  const machine = new Machine(model, what);
  const root = machine.scope(model.root);
  const { finished, uids, lastOutcome } = machine;
  const next: Model = { ...model, root, finished, uids, lastOutcome };
  if (machine.away === 'end') return { ...next, root: { main: null, sides: [] }, status: 'completed: rejected', lastOutcome: 'rejected' };
  if (machine.away) return { ...next, root: { main: null, sides: [] }, revise: { saved: machine.away === 'straight' ? root : null } };
  return ended(next);
}

/** What everybody can see: tasks, jobs, timers and how many branches wait for others. */
export function projection(model: Model): {
  tasks: string[];
  jobs: string[];
  timers: string[];
  tokens: number;
  status: string;
  finished: string[];
} {
  const live = leaves(model.root);
  const tasks = live.flatMap((leaf) =>
    leaf.k === 'user' ? leaf.seats.flatMap((seat, n) => (seat === 'open' ? [`${leaf.b.id}: ${leaf.b.id}.${n}`] : [])) : [],
  );
  const timers = live.flatMap((leaf) => (leaf.k === 'timer' ? [leaf.b.id] : leaf.armed ? [`${leaf.b.id}.boundary`] : []));
  return {
    tasks: (model.revise ? ['start: applicant'] : tasks).sort(),
    jobs: live.flatMap((leaf) => (leaf.k === 'service' ? [leaf.b.id] : [])).sort(),
    timers: timers.sort(),
    tokens: waiting(model.root),
    status: model.status,
    finished: [...model.finished].sort(),
  };
}

/** The live parts of one block, eldest first. */
export function uidsOf(model: Model, id: string): number[] {
  return leaves(model.root)
    .flatMap((leaf) => (leaf.b.id === id ? [leaf.uid] : []))
    .sort((a, b) => a - b);
}

// helpers //////////////////////

type Leaf = Extract<Live, { uid: number }>;

/** Everything with a uid, containers before what they hold. */
function leaves(scope: Scope): Leaf[] {
  return [scope.main, ...scope.sides].flatMap((live) => (live ? leavesOf(live) : []));
}

function leavesOf(live: Live): Leaf[] {
  if (live.k === 'then') return leavesOf(live.now);
  if (live.k === 'together') return live.parts.flatMap((part) => (part ? leavesOf(part) : []));
  return live.k === 'sub' ? [live, ...leaves(live)] : [live];
}

/** Done branches of regions that still run. */
function waiting(scope: Scope): number {
  const count = (live: Live | null): number => {
    if (!live) return 0;
    if (live.k === 'then') return count(live.now);
    if (live.k === 'sub') return waiting(live);
    return live.k === 'together' ? live.parts.reduce((sum, part) => sum + (part ? count(part) : 1), 0) : 0;
  };
  return [scope.main, ...scope.sides].reduce((sum, live) => sum + count(live), 0);
}

function restart(model: Model): Model {
  const machine = new Machine(model, null);
  const sides: Live[] = [];
  const main = machine.enter(model.process.body, sides);
  return ended({ ...model, root: { main, sides }, finished: machine.finished, uids: machine.uids });
}

function ended(model: Model): Model {
  const { main, sides } = model.root;
  if (main || (sides.length > 0 && !model.process.terminate)) return model;
  return {
    ...model,
    root: { main: null, sides: [] },
    status: model.lastOutcome === 'rejected' ? 'completed: rejected' : 'completed: approved',
  };
}

/** A straight resubmission: whoever has approved stays approved, everybody else is asked again. */
function askAgain(scope: Scope): Scope {
  const again = (live: Live): Live => {
    if (live.k === 'then') return { ...live, now: again(live.now) };
    if (live.k === 'together') return { ...live, parts: live.parts.map((part) => part && again(part)) };
    if (live.k === 'sub') return { ...live, ...askAgain(live) };
    return live.k === 'user' ? { ...live, seats: seated(live.b, live.seats) } : live;
  };
  return { main: scope.main && again(scope.main), sides: scope.sides.map(again) };
}

function seated(block: User, before: readonly Seat[]): Seat[] {
  const first = before.findIndex((seat) => seat !== 'approved');
  return before.map((seat, n) => (seat === 'approved' ? seat : block.rule === 'sequential' && n !== first ? 'waiting' : 'open'));
}

/** One step through the tree: everything beside the one part it is about stays as it is. */
class Machine {
  finished: readonly string[];
  uids: number;
  lastOutcome: Model['lastOutcome'];
  away: 'straight' | 'anew' | 'end' | null = null;
  readonly #vars: Model['vars'];
  readonly #step: Exclude<Step, { do: 'resubmit' }> | null;

  constructor(model: Model, what: Exclude<Step, { do: 'resubmit' }> | null) {
    this.finished = model.finished;
    this.uids = model.uids;
    this.lastOutcome = model.lastOutcome;
    this.#vars = model.vars;
    this.#step = what;
  }

  scope(scope: Scope): Scope {
    const started: Live[] = [];
    const main = scope.main && this.#visit(scope.main, started);
    const sides = scope.sides.flatMap((side) => this.#visit(side, started) ?? []);
    return { main, sides: [...sides, ...started] };
  }

  enter(block: Block, sides: Live[]): Live | null {
    switch (block.k) {
      case 'user':
        return {
          k: 'user',
          b: block,
          uid: this.#uid(),
          armed: block.boundary?.on === 'timer',
          seats: seated(
            block,
            Array.from({ length: block.seats }, () => 'waiting'),
          ),
        };
      case 'service':
        return { k: 'service', b: block, uid: this.#uid(), armed: block.boundary?.on === 'timer' };
      case 'timer':
        return { k: 'timer', b: block, uid: this.#uid() };
      case 'send':
        return this.#finish(block.id);
      case 'seq':
        return this.#sequence(block.xs, null, sides);
      case 'loop':
        return this.#sequence([block.head, block.rest], block, sides);
      case 'xor': {
        const taken = block.bs.find((branch, n) => n === block.bs.length - 1 || this.#vars[branch.when]);
        return taken ? this.enter(taken.body, sides) : null;
      }
      case 'or': {
        const taken = block.bs.filter((branch, n) => n < block.bs.length - 1 && this.#vars[branch.when]);
        return this.#together(
          block.id,
          (taken.length > 0 ? taken : block.bs.slice(-1)).map((branch) => branch.body),
          sides,
        );
      }
      case 'and':
        return this.#together(block.id, block.bs, sides);
      case 'sub': {
        const inner: Live[] = [];
        const main = this.enter(block.body, inner);
        return this.#settle({ k: 'sub', b: block, uid: this.#uid(), armed: block.boundary?.on === 'timer', main, sides: inner }, sides);
      }
    }
  }

  #visit(live: Live, sides: Live[]): Live | null {
    if (live.k === 'then') {
      const now = this.#visit(live.now, sides);
      return now ? { ...live, now } : this.#sequence(live.rest, live.loop, sides);
    }
    if (live.k === 'together') {
      const parts = live.parts.map((part) => part && this.#visit(part, sides));
      return parts.some(Boolean) ? { ...live, parts } : null;
    }
    if (live.uid === this.#step?.uid) return this.#act(live, sides);
    return live.k === 'sub' ? this.#settle({ ...live, ...this.scope(live) }, sides) : live;
  }

  #act(live: Leaf, sides: Live[]): Live | null {
    const what = this.#step;
    if (what?.do === 'fireBoundary' && live.k !== 'timer' && live.b.boundary) return this.#boundary(live, live.b.boundary, sides);
    if (what?.do === 'jobError' && live.k === 'service' && live.b.boundary) return this.enter(live.b.boundary.body, sides);
    if (live.k === 'user' && what && 'seat' in what) return this.#vote(live, what);
    return this.#finish(live.b.id);
  }

  #boundary(live: Exclude<Leaf, { k: 'timer' }>, boundary: Boundary, sides: Live[]): Live | null {
    const body = this.enter(boundary.body, sides);
    if (boundary.on === 'error' || boundary.interrupting) return body;
    if (body) sides.push(body);
    return { ...live, armed: false };
  }

  #vote(live: Extract<Live, { k: 'user' }>, what: Extract<Step, { seat: number }>): Live | null {
    const { b } = live;
    if (what.do === 'sendBack') {
      this.away = b.sendBack;
      return live;
    }
    const seats = live.seats.map((seat, n) => (n === what.seat ? (what.do === 'approve' ? 'approved' : 'rejected') : seat));
    const outcome = decided(b, seats);
    if (!outcome) return { ...live, seats: b.rule === 'sequential' ? seated(b, seats) : seats };
    if (outcome === 'rejected' && b.onReject !== 'flow') {
      this.away = b.onReject;
      return { ...live, seats };
    }
    this.lastOutcome = outcome;
    return this.#finish(b.id);
  }

  #sequence(blocks: readonly Block[], loop: Extract<Block, { k: 'loop' }> | null, sides: Live[]): Live | null {
    for (const [n, block] of blocks.entries()) {
      const now = this.enter(block, sides);
      if (now) return { k: 'then', now, rest: blocks.slice(n + 1), loop };
    }
    return loop && this.#vars[loop.again] ? this.#sequence([loop.head, loop.rest], loop, sides) : null;
  }

  #together(join: string, blocks: readonly Block[], sides: Live[]): Live | null {
    const parts = blocks.map((block) => this.enter(block, sides));
    return parts.some(Boolean) ? { k: 'together', join, parts } : null;
  }

  /** A scope is over when it holds nothing, or when its main part ends by a terminate or an error end event. */
  #settle(sub: Extract<Live, { k: 'sub' }>, sides: Live[]): Live | null {
    const { b, main } = sub;
    if (main) return sub;
    if (b.boundary?.on === 'error') return this.enter(b.boundary.body, sides);
    return sub.sides.length > 0 && !b.terminate ? sub : this.#finish(b.id);
  }

  #finish(id: string): null {
    this.finished = [...this.finished, id];
    return null;
  }

  #uid(): number {
    return (this.uids += 1);
  }
}

/** In words: all, or any, or so many in a hundred. */
function decided({ rule, seats: total }: User, seats: readonly Seat[]): 'approved' | 'rejected' | null {
  const yes = seats.filter((seat) => seat === 'approved').length;
  const no = seats.filter((seat) => seat === 'rejected').length;
  if (rule === 'any') return yes > 0 ? 'approved' : no > 0 ? 'rejected' : null;
  if (typeof rule === 'string') return no > 0 ? 'rejected' : yes === total ? 'approved' : null;
  const passes = (votes: number) =>
    votes === total || (rule.more ? votes * 100 > rule.percent * total : votes * 100 >= rule.percent * total);
  return passes(yes) ? 'approved' : passes(total - no) ? null : 'rejected';
}
