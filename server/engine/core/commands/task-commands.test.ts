import { describe, expect, it } from 'vitest';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given, type Scenario } from '../../testing/scenario';

const one = (settings: Partial<UserTaskSettings>) =>
  model().start('s', 'a').task('a', 'z', settings).task('z', 'e', forUsers('boss')).end('e').build();
const decideAs = (run: Scenario, by: string, more: { workItemId?: string; decision?: 'approve' | 'reject'; comment?: string } = {}) =>
  run.refusal({ type: 'decide', workItemId: run.item('a').id, decision: 'approve', comment: '', values: {}, chosen: {}, ...more }, by);

describe('deciding', () => {
  it('is for whoever has the item', () => {
    const run = given(one(forUsers('li'))).start();
    expect(decideAs(run, 'wang')).toBe('FORBIDDEN');
  });

  it('happens once', () => {
    const run = given(one({ ...forUsers('li', 'wang'), completion: { rule: 'all' } })).start();
    const workItemId = run.item('a', 'li').id;
    run.approve('a', { by: 'li' });
    expect(decideAs(run, 'li', { workItemId })).toBe('ALREADY_DONE');
    run.approve('a', { by: 'wang' });
    expect(run.refusal({ type: 'decide', workItemId, decision: 'approve', comment: '', values: {}, chosen: {} }, 'li')).toBe(
      'ALREADY_DONE',
    );
  });

  it('needs a comment where the model wants one', () => {
    const run = given(one(forUsers('li'))).start();
    expect(decideAs(run, 'li', { decision: 'reject', comment: '  ' })).toBe('COMMENT_REQUIRED');
  });

  it('offers only the actions of the model', () => {
    const run = given(one({ ...forUsers('li'), actions: ['approve'] })).start();
    expect(decideAs(run, 'li', { decision: 'reject', comment: 'no' })).toBe('FORBIDDEN');
    expect(run.refusal({ type: 'transfer', workItemId: run.item('a').id, toUserId: 'su', comment: '' }, 'li')).toBe('FORBIDDEN');
    expect(run.refusal({ type: 'returnToApplicant', workItemId: run.item('a').id, comment: 'x', values: {} }, 'li')).toBe('FORBIDDEN');
  });

  it('is refused on the own request', () => {
    const run = given(one({ ...forUsers('applicant', 'li'), applicant: 'allow', completion: { rule: 'all' } })).start();
    expect(run.approve('a', { by: 'applicant' }).openTasks()).toEqual(['a: li']);
    const strict = given(one(forUsers('li'))).start();
    expect(
      strict.refusal(
        { type: 'reassign', workItemId: strict.item('a').id, incidentId: null, toUserId: 'applicant', reason: '' },
        'operator',
      ),
    ).toBe('SOD_VIOLATION');
    expect(strict.refusal({ type: 'transfer', workItemId: strict.item('a').id, toUserId: 'applicant', comment: '' }, 'li')).toBe(
      'SOD_VIOLATION',
    );
  });

  it('writes the changed values, row by row', () => {
    const run = given(one(forUsers('li'))).start({
      amount: '10',
      lines: [
        { _id: 'r1', price: '1' },
        { _id: 'r2', price: '2' },
      ],
    });
    run.approve('a', {
      values: {
        amount: '10',
        lines: [
          { _id: 'r2', price: '3' },
          { _id: 'r3', price: '4' },
        ],
      },
    });
    expect(run.events.find((event) => event.type === 'dataChanged')).toEqual({
      type: 'dataChanged',
      rev: 2,
      changes: [
        { path: 'lines[r1]', before: { _id: 'r1', price: '1' }, after: null },
        { path: 'lines[r2].price', before: '2', after: '3' },
        { path: 'lines[r3]', before: null, after: { _id: 'r3', price: '4' } },
      ],
    });
    expect(run.values.lines).toEqual([
      { _id: 'r2', price: '3' },
      { _id: 'r3', price: '4' },
    ]);
  });

  it('says who has it now', () => {
    const run = given(one(forUsers('li'))).start();
    const decision = run.attempt(
      { type: 'decide', workItemId: run.item('a').id, decision: 'approve', comment: '', values: {}, chosen: {} },
      'li',
    );
    expect(decision).toMatchObject({
      result: { instanceId: 'root', status: 'running', next: [{ elementId: 'z', elementName: 'z', userIds: ['boss'] }] },
    });
  });
});

describe('claiming and releasing', () => {
  const offered = () => given(one({ ...forUsers('li', 'wang'), distribution: 'claim' })).start();

  it('gives it to the first who takes it', () => {
    const run = offered();
    const workItemId = run.item('a').id;
    expect(run.refusal({ type: 'claim', workItemId }, 'su')).toBe('FORBIDDEN');
    run.do({ type: 'claim', workItemId }, 'wang');
    expect(run.item('a')).toMatchObject({ userId: 'wang', status: 'accepted', candidates: [] });
    expect(run.refusal({ type: 'claim', workItemId }, 'li')).toBe('CLAIMED');
    expect(run.refusal({ type: 'claim', workItemId }, 'wang')).toBe('ALREADY_DONE');
    expect(decideAs(run, 'li')).toBe('FORBIDDEN');
  });

  it('offers it again when it is released', () => {
    const run = offered();
    const workItemId = run.item('a').id;
    run.do({ type: 'claim', workItemId }, 'wang').do({ type: 'release', workItemId }, 'wang');
    expect(run.openTasks()).toEqual(['a: li/wang']);
    expect(run.notices().at(-1)).toMatchObject({ kind: 'offered', userIds: ['li'] });
  });

  it('releases only what was claimed', () => {
    const run = given(one(forUsers('li'))).start();
    expect(run.refusal({ type: 'release', workItemId: run.item('a').id }, 'li')).toBe('STATE_CONFLICT');
  });
});

describe('transferring', () => {
  it('hands the seat over', () => {
    const run = given(one({ ...forUsers('li', 'wang'), completion: { rule: 'all' } })).start();
    const old = run.item('a', 'li');
    run.do({ type: 'transfer', workItemId: old.id, toUserId: 'su', comment: 'knows more' }, 'li');
    expect(run.openTasks()).toEqual(['a: su', 'a: wang']);
    expect(run.item('a', 'su')).toMatchObject({ seat: 'transferred', parentSeatId: old.id, seatOrder: old.seatOrder });
    expect(run.notices().at(-1)).toMatchObject({ kind: 'transferred', userIds: ['su'] });
    expect(run.approve('a', { by: 'su' }).approve('a', { by: 'wang' }).openTasks()).toEqual(['z: boss']);
  });

  it('is refused to somebody with a say in the group already, and to nobody', () => {
    const run = given(one({ ...forUsers('li', 'wang'), completion: { rule: 'all' } }), { disabled: ['gone'] }).start();
    const to = (toUserId: string) => run.refusal({ type: 'transfer', workItemId: run.item('a', 'li').id, toUserId, comment: '' }, 'li');
    expect([to('wang'), to('li'), to('gone')]).toEqual(['STATE_CONFLICT', 'STATE_CONFLICT', 'FIELD_REF']);
    const workItemId = run.item('a', 'li').id;
    for (const toUserId of ['wang', 'li']) {
      const refused = run.attempt({ type: 'reassign', workItemId, incidentId: null, toUserId, reason: 'x' }, 'operator');
      expect(refused).toMatchObject({ rejection: { code: 'STATE_CONFLICT', path: 'toUserId', reason: 'seated' } });
    }
    run.approve('a', { by: 'wang' });
    expect(to('wang')).toBe('STATE_CONFLICT');
  });

  it('is done by an operator as reassigning, to whom it may concern', () => {
    const run = given(one(forUsers('li'))).start();
    run.do({ type: 'reassign', workItemId: run.item('a').id, incidentId: null, toUserId: 'su', reason: 'li has left' }, 'operator');
    expect(run.openTasks()).toEqual(['a: su']);
    expect(run.notices().at(-1)).toMatchObject({ kind: 'assigned', userIds: ['su'] });
  });
});

describe('reassigning', () => {
  it('gives the applicant’s own turn to somebody else when the applicant has left', () => {
    const run = given(one(forUsers('li')))
      .start()
      .sendBack('a');
    run.do({ type: 'reassign', workItemId: run.item('s').id, incidentId: null, toUserId: 'su', reason: 'left' }, 'operator');
    expect(run.openTasks()).toEqual(['s: su']);
    expect(run.resubmit().openTasks()).toEqual(['a: li']);
  });

  it('gives an offered item to one person', () => {
    const run = given(one({ ...forUsers('li', 'wang'), distribution: 'claim' })).start();
    run.do({ type: 'reassign', workItemId: run.item('a').id, incidentId: null, toUserId: 'su', reason: '' }, 'operator');
    expect(run.openTasks()).toEqual(['a: su']);
    expect(run.approve('a').openTasks()).toEqual(['z: boss']);
  });
});

describe('seeing', () => {
  it('marks an unread item as viewed and is never refused for being late', () => {
    const run = given(one(forUsers('li'))).start();
    const workItemId = run.item('a').id;
    run.do({ type: 'view', workItemId }, 'li');
    expect(run.item('a')).toMatchObject({ status: 'viewed', viewedAt: run.now });
    const { version } = run.state.instance;
    run.do({ type: 'view', workItemId }, 'li');
    expect(run.state.instance.version).toBe(version);
    run.approve('a').do({ type: 'view', workItemId }, 'li');
  });

  it('is for whoever has it', () => {
    const run = given(one(forUsers('li'))).start();
    expect(run.refusal({ type: 'view', workItemId: run.item('a').id }, 'su')).toBe('FORBIDDEN');
  });
});
