import { describe, expect, it } from 'vitest';
import { model } from './builder';
import type { Org } from './org';
import { forUsers } from './people';
import { given } from './scenario';

const xinghe: Org = {
  departments: {
    office: { head: 'ceo', members: ['ceo', 'vice'] },
    sales: { head: '陈立', parent: 'office', members: ['陈立'] },
    east: { head: '王敏', parent: 'sales', members: ['王敏', '李卓'] },
    south: { head: '秦朗', parent: 'sales', members: ['秦朗', '何嘉怡'] },
    accounting: { head: '苏青', members: ['苏青', '罗晨', '马骁'] },
    hr: { head: '周岚', members: ['周岚', '何静'] },
    risk: { head: '方宁', members: ['方宁', '郑楠'] },
    service: { head: '张蕾', members: ['张蕾', '徐曼'] },
  },
  ranks: { ceo: 1, 陈立: 3, 王敏: 4, 秦朗: 4 },
  proxies: { 秦朗: '王敏' },
};

describe('F1 出差申请 business trip', () => {
  const trip = model()
    .names({ 申请金额: 'number' })
    .start('start', 'approval')
    .task('approval', 'amount', {
      assignment: [{ kind: 'managerChain', untilRank: 1, levels: 'if 申请金额 < 5000 then 1 else if 申请金额 < 20000 then 2 else 20' }],
      completion: { rule: 'sequential' },
      onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' },
    })
    .xor('amount', [
      { to: 'vote', when: '申请金额 >= 20000' },
      { to: 'tell', otherwise: true },
    ])
    .task('vote', 'tell', {
      assignment: [{ kind: 'department', departmentIds: ['accounting'], includeSub: false }],
      completion: { rule: 'vote', percent: 50, compare: 'moreThan' },
    })
    .send('tell', 'end', { assignment: [{ kind: 'department', departmentIds: ['hr'], includeSub: false }] })
    .end('end')
    .build();

  const by = (person: string, departmentId: string, amount: string) =>
    given(trip, xinghe).start({ 申请金额: { amount, currency: 'CNY' } }, { by: person, departmentId });

  it('a small sum: the direct manager, then HR reads', () => {
    const run = by('李卓', 'east', '4999.99');
    expect(run.openTasks()).toEqual(['approval: 王敏']);
    run.approve('approval');
    expect(run.status).toBe('completed: approved');
    expect(run.toRead()).toEqual(['tell: 何静', 'tell: 周岚']);
  });

  it('a middle sum: two levels, one after the other', () => {
    const run = by('李卓', 'east', '5000').approve('approval');
    expect(run.openTasks()).toEqual(['approval: 陈立']);
    expect(run.approve('approval').status).toBe('completed: approved');
  });

  it('a large sum: up to the general manager, then more than half of accounting', () => {
    const run = by('李卓', 'east', '20000').approve('approval').approve('approval');
    expect(run.openTasks()).toEqual(['approval: ceo']);
    run.approve('approval');
    expect(run.openTasks()).toEqual(['vote: 罗晨', 'vote: 苏青', 'vote: 马骁']);
    run.approve('vote', { by: '罗晨' }).reject('vote', { by: '马骁' });
    expect(run.status).toBe('running');
    expect(run.approve('vote', { by: '苏青' }).status).toBe('completed: approved');
  });

  it('the manager of the applicant is away: the proxy decides in that name', () => {
    const run = by('何嘉怡', 'south', '100');
    expect(run.item('approval')).toMatchObject({ userId: '王敏', onBehalfOf: '秦朗' });
  });

  it('who is the manager does not approve the own trip', () => {
    expect(by('王敏', 'east', '100').openTasks()).toEqual(['approval: 陈立']);
  });

  it('rejected: with a smaller sum the shorter chain is asked, and who rejected sees it again', () => {
    const run = by('李卓', 'east', '20000').approve('approval').reject('approval', { comment: '太贵' });
    expect(run.openTasks()).toEqual(['start: 李卓']);
    run.resubmit({ 申请金额: { amount: '9000', currency: 'CNY' } });
    expect(run.openTasks()).toEqual(['approval: 陈立']);
    expect(run.approve('approval').status).toBe('completed: approved');
    expect(run.state.instance.round).toBe(2);
  });

  it('is withdrawn while nobody has acted, and not after', () => {
    expect(by('李卓', 'east', '9000').withdraw().status).toBe('terminated: withdrawn');
    const run = by('李卓', 'east', '9000').approve('approval');
    expect(run.refusal({ type: 'withdraw', reason: '' }, '李卓')).toBe('STATE_CONFLICT');
  });
});

describe('F2 借款人银行卡信息修改 change of a bank card', () => {
  const card = model()
    .start('start', 'review')
    .task('review', 'change', {
      assignment: [{ kind: 'department', departmentIds: ['risk'], includeSub: false }],
      completion: { rule: 'any' },
      onReject: { kind: 'end' },
    })
    .service('change', 'notify', { output: [{ target: 'variable', name: 'reference', expression: 'response.id' }] })
    .send('notify', 'end', { assignment: [{ kind: 'department', departmentIds: ['service'], includeSub: false }] })
    .end('end')
    .build();
  const started = () =>
    given(card, xinghe).start({ 借款编号: 'L-1', 新银行卡号: '6222', 开户行: '甲' }, { by: '徐曼', departmentId: 'service' });

  it('anyone of risk control reviews, the system changes the card, customer service is told', () => {
    const run = started().approve('review', { by: '郑楠', values: { 开户行: '乙' } });
    expect(run.at()).toEqual(['change']);
    expect(run.events.find((event) => event.type === 'dataChanged')).toMatchObject({
      changes: [{ path: '开户行', before: '甲', after: '乙' }],
    });
    run.jobDone('change', { variables: { reference: 'C-9' } });
    expect(run.status).toBe('completed: approved');
    expect(run.toRead()).toEqual(['notify: 张蕾', 'notify: 徐曼']);
    expect(run.state.instance.variables).toMatchObject({ reference: 'C-9' });
  });

  it('when the core system keeps failing an incident stands open until an operator retries', () => {
    const run = started().approve('review', { by: '方宁' });
    run.jobFailed('change', '2025-06-02T01:00:10.000Z').jobFailed('change', null);
    expect(run.incidents()).toEqual(['change: connector']);
    run.retry('change').jobDone('change');
    expect(run.status).toBe('completed: approved');
  });

  it('ends when risk control rejects it', () => {
    expect(started().reject('review', { by: '方宁' }).status).toBe('completed: rejected');
  });
});

describe('F8 公文流转与通知 a document and its circulation', () => {
  const document = model()
    .start('start', 'fork')
    .and('fork', ['sales', 'risk'])
    .task('sales', 'join', { assignment: [{ kind: 'departmentHead', field: '会签部门一' }] })
    .task('risk', 'join', { assignment: [{ kind: 'departmentHead', field: '会签部门二' }] })
    .and('join', 'sign')
    .task('sign', 'circulate', forUsers('ceo'))
    .task('circulate', 'end', {
      assignment: [{ kind: 'fieldDepartments', field: '分发部门', includeSub: false }],
      completion: { rule: 'auto' },
    })
    .end('end')
    .build();

  it('is countersigned, signed and circulated; the sender sees who has not read it and reminds them', () => {
    const run = given(document, xinghe).start({ 会签部门一: 'sales', 会签部门二: 'risk', 分发部门: ['hr', 'accounting'] }, { by: '张蕾' });
    run.approve('risk').approve('sales').approve('sign');
    expect(run.status).toBe('completed: approved');
    expect(run.toRead()).toHaveLength(5);
    run.do({ type: 'markRead', workItemId: run.reading('何静').id }, '何静');
    expect(run.toRead()).toEqual(['circulate: 周岚', 'circulate: 罗晨', 'circulate: 苏青', 'circulate: 马骁']);
    run.do({ type: 'remindReaders', elementId: 'circulate' }, '张蕾');
    expect(
      run
        .notices()
        .filter((notice) => notice.kind === 'urged')
        .flatMap((notice) => notice.userIds)
        .sort(),
    ).toEqual(['周岚', '罗晨', '苏青', '马骁']);
  });
});
