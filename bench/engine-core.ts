import { decide } from '@/server/engine/core/decide';
import type { Command } from '@/server/engine/core/command';
import type { DecideInput } from '@/server/engine/core/decision';
import { live } from '@/server/engine/core/live';
import { type Facts, KnownFacts } from '@/server/engine/core/facts';
import type { InstanceState } from '@/server/engine/core/state';
import { model } from '@/server/engine/testing/builder';
import { answerAll, type Org } from '@/server/engine/testing/org';
import { forUsers } from '@/server/engine/testing/people';
import type { Definition } from '@/server/bpmn/definition';

/* How long the pure engine takes for one command. `npx tsx bench/engine-core.ts`; budget: a simple approval below 0.1 ms. */

let ids = 0;

const people = (count: number) => forUsers(...Array.from({ length: count }, (_, n) => `person-${n}`));

const approval = model()
  .names({ amount: 'number' })
  .start('s', 'a')
  .task('a', 'x', forUsers('li'))
  .xor('x', [
    { to: 'b', when: 'amount >= 20000' },
    { to: 'c', otherwise: true },
  ])
  .task('b', 'e', forUsers('wang'))
  .task('c', 'e', forUsers('chen'))
  .end('e')
  .build();

const wide = model()
  .start('s', 'f')
  .and(
    'f',
    Array.from({ length: 50 }, (_, n) => `t${n}`),
  );
for (let n = 0; n < 50; n += 1) wide.task(`t${n}`, 'j', forUsers(`person-${n}`));
const fiftyBranches = wide.and('j', 'e').end('e').build();

const cases: [name: string, definition: Definition, times: number, setUp: number][] = [
  ['approve, one condition, next task', approval, 20_000, 1],
  [
    'approve one of 500 who must all',
    model()
      .start('s', 'a')
      .task('a', 'e', { ...people(500), completion: { rule: 'all' } })
      .end('e')
      .build(),
    1_000,
    1,
  ],
  ['approve one of 50 parallel branches', fiftyBranches, 5_000, 1],
  ['start with 5000 readers', model().start('s', 'n').send('n', 'e', people(5_000)).end('e').build(), 50, 0],
];

for (const [name, definition, times, setUp] of cases) measure(name, definition, { times, setUp });

// helpers //////////////////////

function measure(name: string, definition: Definition, { times, setUp }: { times: number; setUp: number }): void {
  const start: Command = {
    type: 'startInstance',
    instance: {
      id: 'i',
      processId: 'p',
      versionId: 'v',
      applicantId: 'applicant',
      departmentId: null,
      title: '',
      number: '',
      businessKey: null,
    },
    values: { amount: '25000' },
    formVersionId: null,
    formRowId: null,
    chosen: {},
  };
  const first = withFacts(definition, null, start, 'applicant');
  let state: InstanceState | null = null;
  let command: Command = start;
  let actor = 'applicant';
  if (setUp > 0) {
    state = live(first.state);
    const item = Object.values(state.workItems)[0];
    if (!item?.userId) throw new Error('nobody has it');
    actor = item.userId;
    command = { type: 'decide', workItemId: item.id, decision: 'approve', comment: '', values: { amount: '25001' }, chosen: {} };
  }
  const { facts } = withFacts(definition, state, command, actor);
  const once = () => decide(definition, state, input(command, actor, facts));
  for (let n = 0; n < times / 5; n += 1) once();
  const begin = performance.now();
  for (let n = 0; n < times; n += 1) once();
  const millis = (performance.now() - begin) / times;
  process.stdout.write(
    `${name.padEnd(40)} ${millis.toFixed(4).padStart(9)} ms ${Math.round(1000 / millis)
      .toLocaleString('en')
      .padStart(9)} per second\n`,
  );
}

function withFacts(
  definition: Definition,
  state: InstanceState | null,
  command: Command,
  actor: string,
): { state: InstanceState; facts: Facts } {
  const org: Org = { proxiesAtOnce: true };
  const facts = new KnownFacts();
  for (;;) {
    const decision = decide(definition, state, input(command, actor, facts));
    if (decision.kind === 'rejected') throw new Error(decision.rejection.code);
    if (decision.kind === 'accepted') return { state: decision.state, facts };
    facts.add(answerAll(org, decision.facts));
  }
}

function input(command: Command, userId: string, facts: Facts): DecideInput {
  return {
    command,
    actor: { kind: 'user', userId, name: userId },
    facts,
    env: { now: '2025-06-02T01:00:00.000Z', newId: () => `id-${(ids += 1)}` },
  };
}
