import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import { model } from '../testing/builder';
import { answerAll, type Org } from '../testing/org';
import { forUsers } from '../testing/people';
import { given } from '../testing/scenario';
import { KnownFacts } from './facts';
import { predict } from './predict';
import type { Prediction, PredictFrom } from './predict/prediction';

type Shown = Extract<Prediction, { kind: 'steps' }> & { rounds: number };

function preview(definition: Definition, from: PredictFrom, org: Org = {}): Shown {
  const facts = new KnownFacts();
  let ids = 0;
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const prediction = predict(definition, from, { facts, env: { now: '2025-06-02T01:00:00.000Z', newId: () => `p-${(ids += 1)}` } });
    if (prediction.kind === 'steps') return { ...prediction, rounds };
    facts.add(answerAll(org, prediction.facts));
  }
  throw new Error('too many rounds');
}

function starting(values: Record<string, Json> = {}): PredictFrom {
  const instance = {
    id: 'i',
    processId: 'p',
    versionId: 'v',
    applicantId: 'applicant',
    departmentId: null,
    title: '',
    number: '',
    businessKey: null,
  };
  return { start: { type: 'startInstance', instance, values, formVersionId: null, formRowId: null, chosen: {} } };
}

const line = ({ steps }: Shown) =>
  steps.map((step) =>
    step.skipped
      ? `(${step.elementId} unless ${step.skipped.condition})`
      : `${step.elementId}: ${step.people.map((person) => person.userId).join(', ')}`,
  );

const trip = model()
  .start('s', 'chain')
  .task('chain', 'x', { assignment: [{ kind: 'managerChain', levels: '2' }], completion: { rule: 'sequential' } })
  .xor('x', [
    { to: 'vote', when: 'amount >= 20000' },
    { to: 'tell', otherwise: true },
  ])
  .task('vote', 'tell', { ...forUsers('su', 'he', 'gao'), completion: { rule: 'vote', percent: 50, compare: 'moreThan' } })
  .send('tell', 'e', forUsers('hr'))
  .end('e')
  .build();
const org: Org = { managers: { applicant: 'wang', wang: 'chen' } };

describe('predict', () => {
  it('shows who will have it, one after the other', () => {
    const shown = preview(trip, starting({ amount: 30_000 }), org);
    expect(line(shown)).toEqual(['chain: wang, chen', 'vote: su, he, gao', 'tell: hr']);
    expect(shown).toMatchObject({ ended: true });
    expect(shown.steps[0]).toMatchObject({
      kind: 'userTask',
      rule: { rule: 'sequential' },
      people: [{ name: 'wang' }, { name: 'chen' }],
      now: false,
    });
  });

  it('shows the branch that is skipped with its condition', () => {
    expect(line(preview(trip, starting({ amount: 5 }), org))).toEqual(['chain: wang, chen', '(vote unless amount >= 20000)', 'tell: hr']);
  });

  it('asks for the facts of the whole chain together', () => {
    expect(preview(trip, starting({ amount: 30_000 }), { ...org, proxiesAtOnce: true }).rounds).toBe(1);
  });

  it('goes on from where an instance is, and changes nothing', () => {
    const run = given(trip, org).start({ amount: 30_000 }).approve('chain');
    const before = structuredClone(run.state);
    const shown = preview(trip, { state: run.state }, org);
    expect(line(shown)).toEqual(['chain: wang, chen', 'vote: su, he, gao', 'tell: hr']);
    expect(shown.steps.map((step) => step.now)).toEqual([true, false, false]);
    expect(run.state).toEqual(before);
  });

  it('sends off again what the applicant has back', () => {
    const run = given(trip, org).start({ amount: 5 }).sendBack('chain');
    expect(line(preview(trip, { state: run.state }, org))).toEqual(['chain: wang, chen', '(vote unless amount >= 20000)', 'tell: hr']);
  });

  it('says that people are still to be chosen', () => {
    const chosen = model()
      .start('s', 'a')
      .task('a', 'b', forUsers('li'))
      .task('b', 'e', { assignment: [{ kind: 'chosenByPrevious', multiple: false }] })
      .end('e')
      .build();
    const shown = preview(chosen, starting());
    expect(shown.steps).toMatchObject([{ elementId: 'a' }, { elementId: 'b', people: [], notes: [{ kind: 'toBeChosen' }] }]);
    expect(shown.ended).toBe(true);
  });

  it('shows proxies, fallbacks and repeats with their notes', () => {
    const definition = model()
      .start('s', 'a')
      .task('a', 'b', forUsers('li'))
      .task('b', 'c', forUsers('su'))
      .task('c', 'e', {})
      .end('e')
      .build();
    const shown = preview(definition, starting(), { proxies: { li: 'su' }, managers: { applicant: 'boss' } });
    expect(shown.steps).toMatchObject([
      { people: [{ userId: 'su', onBehalfOf: 'li' }] },
      { people: [{ userId: 'su', note: 'repeatPassed' }], notes: [{ kind: 'repeatPassed' }] },
      { people: [{ userId: 'boss', note: 'fellBackUp' }] },
    ]);
  });

  it('stops where nobody is found and says so', () => {
    const shown = preview(model().start('s', 'a').task('a', 'b').task('b', 'e').end('e').build(), starting());
    expect(shown).toMatchObject({ ended: false, stoppedBecause: { kind: 'incident', incident: 'nobody', elementId: 'a' } });
  });

  it('lets jobs succeed and timers run out', () => {
    const definition = model()
      .start('s', 'call')
      .service('call', 'w')
      .timer('w', 'a', { kind: 'duration', duration: 'P3D' })
      .task('a', 'e', forUsers('li'))
      .end('e')
      .build();
    expect(line(preview(definition, starting()))).toEqual(['call: ', 'w: ', 'a: li']);
  });

  it('stops in a model that never ends', () => {
    const definition = model()
      .start('s', 'm')
      .xor('m', 'a')
      .task('a', 'm', { ...forUsers('li'), repeat: 'ask' })
      .build();
    expect(preview(definition, starting())).toMatchObject({ ended: false, stoppedBecause: { kind: 'limit' } });
  });

  it('says when a join waits for what cannot come', () => {
    const definition = model()
      .start('s', 'x')
      .xor('x', [
        { to: 'a', otherwise: true },
        { to: 'j', when: 'false' },
      ])
      .task('a', 'j', forUsers('li'))
      .and('j', 'e')
      .end('e')
      .build();
    expect(preview(definition, starting())).toMatchObject({ ended: false, stoppedBecause: { kind: 'stuck' } });
  });
});
