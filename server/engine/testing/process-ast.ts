import fc from 'fast-check';

/*
 * Block-structured processes as a tree. The generator, the translation to a Definition and the reference interpreter
 * share only this; the constants are those of Zeebe's randomized tests.
 */

export type Rule = 'all' | 'any' | 'sequential' | { percent: number; more: boolean };
export type Boundary = { on: 'timer'; interrupting: boolean; body: Block } | { on: 'error'; body: Block };

export type User = {
  k: 'user';
  id: string;
  seats: number;
  rule: Rule;
  onReject: 'flow' | 'straight' | 'anew' | 'end';
  sendBack: 'straight' | 'anew';
  boundary: Boundary | null;
};
export type Service = { k: 'service'; id: string; boundary: Boundary | null };
export type Sub = { k: 'sub'; id: string; body: Block; terminate: boolean; boundary: Boundary | null };
export type Branch = { when: string; body: Block };
export type Block =
  | User
  | Service
  | Sub
  | { k: 'send'; id: string }
  | { k: 'timer'; id: string }
  | { k: 'seq'; id: string; xs: Block[] }
  /** The last branch is the default. */
  | { k: 'xor' | 'or'; id: string; bs: Branch[] }
  | { k: 'and'; id: string; bs: Block[] }
  /** Head, then rest, and again while the variable is true; the head lets somebody change it. */
  | { k: 'loop'; id: string; again: string; head: User; rest: Block };

export type Process = { body: Block; terminate: boolean };

/** Variables of conditions; every decision may set them. */
export const variables = ['v0', 'v1', 'v2'];
export const loopVariable = 'again';

/** Few of them end it all, or little would be seen of what comes after. */
const rejections = [
  'flow',
  'flow',
  'flow',
  'flow',
  'straight',
  'straight',
  'straight',
  'straight',
  'straight',
  'anew',
  'anew',
  'end',
] as const;

export const anyProcess: fc.Arbitrary<Process> = fc
  .record({ body: blocks(), terminate: rarely() })
  .map(({ body, terminate }) => ({ body: numbered(body), terminate }));

// helpers //////////////////////

function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 4 }).map((n) => n === 0);
}

function blocks(): fc.Arbitrary<Block> {
  const { block } = fc.letrec<{ block: Block; boundary: Boundary | null; user: User; branch: Branch }>((tie) => ({
    boundary: fc.option(
      fc.oneof(
        fc.record({ on: fc.constant('timer' as const), interrupting: fc.boolean(), body: tie('block') }),
        fc.record({ on: fc.constant('error' as const), body: tie('block') }),
      ),
      { freq: 4, depthIdentifier: 'process' },
    ),
    user: fc.record({
      k: fc.constant('user' as const),
      id: fc.constant(''),
      seats: fc.integer({ min: 1, max: 3 }),
      rule: fc.oneof(
        fc.constantFrom<Rule>('all', 'any', 'sequential'),
        fc.record({ percent: fc.constantFrom(33, 50, 60, 100), more: fc.boolean() }),
      ),
      onReject: fc.constantFrom(...rejections),
      sendBack: fc.constantFrom('straight' as const, 'anew' as const),
      boundary: tie('boundary').map((boundary) => (boundary?.on === 'error' ? null : boundary)),
    }),
    branch: fc.record({ when: fc.constantFrom(...variables), body: tie('block') }),
    block: fc.oneof(
      { depthIdentifier: 'process', maxDepth: 3, withCrossShrink: true },
      { weight: 6, arbitrary: tie('user') },
      { weight: 1, arbitrary: fc.record({ k: fc.constant('send' as const), id: fc.constant('') }) },
      { weight: 1, arbitrary: fc.record({ k: fc.constant('timer' as const), id: fc.constant('') }) },
      { weight: 2, arbitrary: fc.record({ k: fc.constant('service' as const), id: fc.constant(''), boundary: tie('boundary') }) },
      {
        weight: 4,
        arbitrary: fc.record({
          k: fc.constant('seq' as const),
          id: fc.constant(''),
          xs: fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          k: fc.constantFrom('xor' as const, 'or' as const),
          id: fc.constant(''),
          bs: fc.array(tie('branch'), { minLength: 2, maxLength: 3 }),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          k: fc.constant('and' as const),
          id: fc.constant(''),
          bs: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          k: fc.constant('loop' as const),
          id: fc.constant(''),
          again: fc.constant(loopVariable),
          head: tie('user'),
          rest: tie('block'),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          k: fc.constant('sub' as const),
          id: fc.constant(''),
          body: tie('block'),
          terminate: rarely(),
          boundary: tie('boundary'),
        }),
      },
    ),
  }));
  return fc.array(block, { minLength: 2, maxLength: 5 }).map((xs) => ({ k: 'seq', id: '', xs }));
}

/** Gives every block its own id, in document order. */
function numbered(root: Block): Block {
  let count = 0;
  const visit = <B extends Block>(block: B): B => {
    const id = `${block.k}${(count += 1)}`;
    const copy: Block = { ...block, id };
    if ('boundary' in copy && copy.boundary) copy.boundary = { ...copy.boundary, body: visit(copy.boundary.body) };
    if (copy.k === 'seq') copy.xs = copy.xs.map(visit);
    if (copy.k === 'and') copy.bs = copy.bs.map(visit);
    if (copy.k === 'xor' || copy.k === 'or') copy.bs = copy.bs.map((branch) => ({ ...branch, body: visit(branch.body) }));
    if (copy.k === 'loop') [copy.head, copy.rest] = [visit(copy.head), visit(copy.rest)];
    if (copy.k === 'sub') copy.body = visit(copy.body);
    return copy as B;
  };
  return visit(root);
}
