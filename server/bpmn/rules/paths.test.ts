import { describe, expect, it } from 'vitest';
import { codesOf, problemsOf } from '@/test/checked-model';

const split = (kind: string, join: string, more = '') => `
  start s
  ${kind} g
  user a
  user b
  ${join} j
  end e
  s > g
  a > j
  b > j
  j > e
  ${more}`;
const both = 'g > a\ng > b';
const choice = 'g > a [amount > 5]\ng > b default';

describe('where paths part', () => {
  const gateway = (flows: string, kind = 'xor') => codesOf(split(kind, 'xor', flows));

  it('one of them can always be taken', async () => {
    expect(await gateway(choice)).toEqual([]);
    expect(await gateway('g > a [amount > 5]\ng > b [amount < 5]')).toEqual(['defaultMissing g']);
    expect(await gateway('g > a [reason = "x"]\ng > b [amount < 5]')).toEqual(['defaultMissing g']);
    expect(await gateway('g > a [amount >= 5]\ng > b [amount < 5]')).toEqual(['defaultMissing? g']);
    expect(await gateway('g > a [amount > 5]\ng > b')).toEqual(['flowConditionMissing g_b']);
  });

  it('the flow without a condition can become the default by one click', async () => {
    const [problem] = await problemsOf(split('xor', 'xor', 'g > a [amount > 5]\ng > b'));
    expect(problem?.fix).toEqual({ kind: 'setDefault', gatewayId: 'g', flowId: 'g_b' });
  });

  it('conditions stand only where a choice is made', async () => {
    expect(await codesOf(split('and', 'and', 'g > a [amount > 5]\ng > b'))).toContain('conditionElsewhere g_a');
    expect(await codesOf('start s\nuser a\nend e\ns > a [amount > 5]\na > e')).toContain('conditionElsewhere s_a');
    expect(await codesOf('start s\nuser a\nend e\nend f\ns > a\na > e [amount > 5]\na > f default')).toEqual([]);
    expect(await codesOf('start s\nuser a\nend e\ns > a\na > e [amount > 5]')).toEqual(['defaultMissing a']);
  });

  it('conditions are expressions over the form, wrong ones told with their column', async () => {
    const [syntax] = await problemsOf(split('xor', 'xor', 'g > a [amount >]\ng > b default'));
    expect(syntax).toMatchObject({ code: 'expressionInvalid', elementId: 'g_a', path: 'condition', params: { source: 'amount >' } });
    const [unknown] = await problemsOf(split('xor', 'xor', 'g > a [betrag > 5]\ng > b default'));
    expect(unknown).toMatchObject({
      code: 'expressionInvalid',
      params: { column: 1, excerpt: 'betrag' },
      cause: { code: 'EXPR_UNKNOWN_NAME', params: { name: 'betrag' } },
    });
    expect(await gateway('g > a [amount]\ng > b default')).toEqual(['expressionInvalid g_a']);
  });
});

describe('soundness', () => {
  it('holds for matching pairs', async () => {
    expect(await codesOf(split('and', 'and', both))).toEqual([]);
    expect(await codesOf(split('xor', 'xor', choice))).toEqual([]);
    expect(await codesOf(split('or', 'or', choice))).toEqual([]);
    expect(await codesOf(split('and', 'or', both))).toEqual([]);
  });

  it('an exclusive split into a parallel join waits for ever, and the join is named with a fix', async () => {
    const [problem] = await problemsOf(split('xor', 'and', choice));
    expect(problem).toMatchObject({
      code: 'deadlock',
      elementId: 'j',
      fix: { kind: 'changeGateway', elementId: 'j', to: 'bpmn:ExclusiveGateway' },
    });
    expect(problem?.trace?.slice(0, 2)).toEqual(['s', 'g']);
  });

  it('a parallel split into an exclusive join doubles, and the join is named with a fix', async () => {
    const [problem] = await problemsOf(split('and', 'xor', both));
    expect(problem).toMatchObject({
      code: 'doubling',
      elementId: 'j',
      fix: { kind: 'changeGateway', elementId: 'j', to: 'bpmn:ParallelGateway' },
    });
  });

  it('parallel paths that meet at an activity double it', async () => {
    expect(await codesOf('start s\nand g\nuser a\nuser b\nuser c\nend e\ns > g\ng > a\ng > b\na > c\nb > c\nc > e')).toEqual([
      'doubling c',
    ]);
  });

  it('several ends, loops back and boundary events are no fault', async () => {
    expect(await codesOf('start s\nand g\nuser a\nuser b\nend e\nend f\ns > g\ng > a\ng > b\na > e\nb > f')).toEqual([]);
    expect(await codesOf('start s\nxor j\nuser a\nxor g\nend e\ns > j\nj > a\na > g\ng > j [amount > 5]\ng > e default')).toEqual([]);
    expect(await codesOf('start s\nuser a\nuser b\nxor j\nend e\ns > a\na > j\ntimerOn a t\nt > b\nb > j\nj > e')).toEqual([]);
    expect(await codesOf('start s\nuser a\nuser b\nend e\nend f\ns > a\na > e\ntimerOn! a t\nt > b\nb > f')).toEqual([]);
  });

  it('a reminder beside the activity that runs into the main path doubles it', async () => {
    expect(await codesOf('start s\nuser a\nuser b\nend e\ns > a\na > b\ntimerOn! a t\nt > b\nb > e')).toEqual(['doubling b']);
  });

  it('a terminate end clears what is left', async () => {
    expect(await codesOf('start s\nand g\nuser a\nuser b\nterminate e\nend f\ns > g\ng > a\ng > b\na > e\nb > f')).toEqual([]);
  });

  it('conditions that exclude each other are a choice even at an inclusive gateway', async () => {
    expect(await codesOf(split('or', 'xor', 'g > a [amount > 5]\ng > b [amount <= 5]'))).toEqual(['defaultMissing? g']);
    expect(await codesOf(split('or', 'xor', 'g > a [amount > 5]\ng > b [reason = "x"]'))).toContain('doubling j');
  });

  it('is looked for inside sub-processes too', async () => {
    const inner = split('xor', 'and', choice)
      .replace('start s', 'start is')
      .replace('s > g', 'is > g')
      .replace('end e', 'end ie')
      .replace('j > e', 'j > ie');
    expect(await codesOf(`start s\nsub p {${inner}\n}\nend e\ns > p\np > e`)).toEqual(['deadlock j']);
  });

  it('sees thirty parallel branches of three at once', async () => {
    const branches = Array.from(
      { length: 30 },
      (_, n) => `user a${n}\nuser b${n}\nuser c${n}\ng > a${n}\na${n} > b${n}\nb${n} > c${n}\nc${n} > j`,
    ).join('\n');
    expect(await codesOf(`start s\nand g\nand j\nend e\ns > g\nj > e\n${branches}`)).toEqual([]);
    expect((await problemsOf(`start s\nand g\nxor j\nend e\ns > g\nj > e\n${branches}`)).map(({ code }) => code)).toEqual(['doubling']);
  });
});

describe('loops', () => {
  it('without anybody to wait for are busy: an error without exit, a warning with one', async () => {
    expect(
      await codesOf('start s\nuser a\nxor j\nsend n\nxor g\nend e\ns > a\na > j\nj > n\nn > g\ng > j [amount > 5]\ng > e default'),
    ).toEqual(['busyLoop? j']);
    const codes = await codesOf('start s\nuser a\nand f\nxor j\nsend n\nend e\ns > a\na > f\nf > e\nf > j\nj > n\nn > j');
    expect(codes).toContain('busyLoop j');
    expect(codes).toContain('endUnreachable j');
  });

  it('with a human activity are fine', async () => {
    expect(await codesOf('start s\nxor j\nuser a\nxor g\nend e\ns > j\nj > a\na > g\ng > j [outcome = "rejected"]\ng > e default')).toEqual(
      [],
    );
  });
});
