import { describe, expect, it } from 'vitest';
import { codesOf, problemsOf } from '@/test/checked-model';
import { defaultProcess } from '@/lib/bpmn/default-settings';

const one = (type: string) => `start s\n${type} a\nend e\ns > a\na > e`;
const user = (settings: object) => codesOf(one('user'), { settings: { a: settings } });
const process = async (settings: object) =>
  (
    await codesOf(one('user'), { settings: { '': { ...defaultProcess, formId: '00000000-0000-7000-8000-000000000001', ...settings } } })
  ).map((code) => code.split(' ')[0]);
const access = { default: 'read', rows: {}, fields: {} };

describe('a human activity', () => {
  it('has somebody who is asked', async () => {
    expect(await user({ assignment: [] })).toEqual(['assignmentMissing a']);
  });

  it('has settings that their schema knows', async () => {
    const problems = await problemsOf(one('user'), { settings: { a: { distribution: 'all', more: 1 } } });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['settingsInvalid', 'distribution'],
      ['settingsInvalid', ''],
    ]);
    expect(await codesOf(one('user'), { settings: { a: {} }, inside: {} })).toEqual([]);
  });

  it('votes by one number that can be reached', async () => {
    const vote = (completion: object) => user({ completion: { rule: 'vote', ...completion } });
    expect(await vote({ percent: 50, compare: 'moreThan' })).toEqual([]);
    expect(await vote({ compare: 'atLeast' })).toEqual(['voteNumber a']);
    expect(await vote({ percent: 50, count: 2, compare: 'atLeast' })).toEqual(['votePercentBoth a']);
    expect(await vote({ percent: 100, compare: 'moreThan' })).toEqual(['voteExceedsAll a']);
    expect(await vote({ percent: 100, compare: 'atLeast' })).toEqual([]);
  });

  it('falls back on administrators only where the process has some', async () => {
    const a = { nobody: { kind: 'processAdmin' } };
    const adminIds = ['00000000-0000-7000-8000-000000000001'];
    expect(await user(a)).toEqual(['nobodyAdminMissing? a']);
    expect(await codesOf(one('user'), { settings: { a, '': { ...defaultProcess, adminIds } } })).toEqual([]);
  });

  it('can be approved, and its rejection leads somewhere', async () => {
    expect(await user({ actions: ['reject'] })).toEqual(['approveMissing a']);
    expect(await user({ actions: [], completion: { rule: 'auto' } })).toEqual([]);
    expect(await user({ distribution: 'claim', completion: { rule: 'all' } })).toEqual(['claimRule? a']);
    expect(await user({ onReject: { kind: 'followFlow' } })).toEqual(['followFlowUseless? a']);
    const branch = 'start s\nuser a\nxor g\nend e\nend n\ns > a\na > g\ng > e default\ng > n [outcome = "rejected"]';
    expect(await codesOf(branch, { settings: { a: { onReject: { kind: 'followFlow' } } } })).toEqual([]);
  });

  it('has a time limit, and reminds before it', async () => {
    expect(await user({ due: { duration: 'P2D', remindBefore: 'PT4H' } })).toEqual([]);
    expect(await user({ due: { duration: 'PT0S' } })).toEqual(['dueInvalid a']);
    expect(await user({ due: { duration: 'P1D', remindBefore: 'PT24H' } })).toEqual(['remindTooLate? a']);
  });

  it('tells an unfinished rule by its number, once', async () => {
    const finished = { kind: 'everyone' };
    const problems = await problemsOf(one('user'), {
      settings: {
        a: {
          assignment: [finished, { kind: 'departmentPosition', departmentIds: [], includeSub: true, positionIds: [] }],
          except: [{ kind: 'users', userIds: [] }],
          nobody: { kind: 'user', userId: '' },
        },
      },
    });
    expect(problems.map(({ code, params }) => [code, params.no])).toEqual([
      ['ruleIncomplete', 2],
      ['exceptIncomplete', 1],
      ['nobodyUserMissing', undefined],
    ]);
  });

  it('assigns by fields that the form has and that name people or departments', async () => {
    const assign = (rule: object) => user({ assignment: [rule] });
    expect(await assign({ kind: 'departmentHead', field: 'dept' })).toEqual([]);
    expect(await assign({ kind: 'fieldUsers', field: 'who' })).toEqual([]);
    expect(await assign({ kind: 'fieldUsers', field: 'nobody' })).toEqual(['fieldUnknown a']);
    expect(await assign({ kind: 'fieldUsers', field: 'reason' })).toEqual(['fieldKind a']);
    expect(await assign({ kind: 'managerChain' })).toEqual(['chainEndless a']);
    expect(await assign({ kind: 'managerChain', levels: 'if amount > 5 then 1 else 2' })).toEqual([]);
    expect(await assign({ kind: 'managerChain', levels: 'reason' })).toEqual(['expressionInvalid a']);
  });

  it('goes to whoever decided an activity that comes before', async () => {
    const two = 'start s\nuser a\nuser b\nend e\ns > a\na > b\nb > e';
    const same = (at: string, activityId: string) => codesOf(two, { settings: { [at]: { assignment: [{ kind: 'sameAs', activityId }] } } });
    expect(await same('b', 'a')).toEqual([]);
    expect(await same('a', 'b')).toEqual(['sameAsLater a']);
    expect(await same('a', 'a')).toEqual(['sameAsLater a']);
    expect(await same('a', 's')).toEqual(['sameAsUnknown a']);
  });

  it('is chosen by a person before it', async () => {
    const chosen = { settings: { a: { assignment: [{ kind: 'chosenByPrevious', multiple: false }] } } };
    expect(await codesOf(one('user'), chosen)).toEqual([]);
    expect(await codesOf('start s\nservice x\nuser a\nend e\ns > x\nx > a\na > e', chosen)).toEqual(['chosenByNobody? a']);
  });

  it('gives access to fields that the form has', async () => {
    expect(
      await user({
        access: { ...access, fields: { f00000rsnn: 'hidden' }, rows: { f00000lnss: { add: true, remove: true, reorder: true } } },
      }),
    ).toEqual([]);
    expect(await user({ access: { ...access, fields: { gone: 'hidden' } } })).toEqual(['fieldUnknown? a']);
    expect(await user({ access: { ...access, fields: { f00000amnt: 'masked' } } })).toEqual(['formulaShowsHidden? a']);
    expect(await user({ access: { ...access, fields: { f00000amnt: 'hidden', f00000ttll: 'hidden' } } })).toEqual([]);
    expect(await user({ access: { ...access, rows: { f00000amnt: { add: true, remove: true, reorder: true } } } })).toEqual([
      'fieldUnknown? a',
    ]);
  });
});

describe('other tasks', () => {
  const service = (settings: object, context = {}) => codesOf(one('service'), { settings: { a: settings }, context });
  const known = { connectorIds: ['00000000-0000-7000-8000-000000000001'] };

  it('a service task calls a connector that is there, below its address', async () => {
    expect(await service({}, known)).toEqual([]);
    expect(await service({}, { connectorIds: [] })).toEqual(['connectorUnknown a']);
    expect(await service({ path: '/loans/{reason}?n={number}' }, known)).toEqual([]);
    expect(await service({ path: '/loans/{gone}' }, known)).toEqual(['pathKeyUnknown a']);
    for (const path of ['loans', '//evil', '/a/../b', '/a b']) expect(await service({ path }, known)).toEqual(['pathInvalid a']);
  });

  it('a service task writes to fields that people fill in', async () => {
    const output = (...names: string[]) => service({ output: names.map((name) => ({ target: 'field', name, expression: 'response.x' })) });
    expect(await output('reason')).toEqual([]);
    expect(await output('reason', 'reason')).toEqual(['outputTwice a']);
    expect(await output('gone')).toEqual(['fieldUnknown a']);
    expect(await output('total')).toEqual(['outputReadonly a']);
    expect(await service({ output: [{ target: 'variable', name: 'x', expression: 'respons.x' }] })).toEqual(['expressionInvalid a']);
    expect(await service({ errors: [{ when: 'status = 409', code: 'E' }], body: '{ "a": amount }' })).toEqual([]);
  });

  it('what a service task writes can be asked for later', async () => {
    const branch = 'start s\nservice a\nxor g\nend e\nend n\ns > a\na > g\ng > e default\ng > n [score > 5]';
    const settings = { a: { output: [{ target: 'variable', name: 'score', expression: 'response.score' }] } };
    expect(await codesOf(branch, { settings })).toEqual([]);
    expect(await codesOf(branch)).toEqual(['expressionInvalid g_n']);
  });

  it('a notice has readers', async () => {
    expect(await codesOf(one('send'), { settings: { a: { assignment: [] } } })).toEqual(['readersMissing a']);
  });

  it('a timer has a time between nothing and a hundred years', async () => {
    const timer = (inside: string) =>
      codesOf(one('timer'), { inside: { a: `<bpmn:timerEventDefinition>${inside}</bpmn:timerEventDefinition>` } });
    expect(await timer('<bpmn:timeDuration>P3D</bpmn:timeDuration>')).toEqual([]);
    expect(await timer('<bpmn:timeDate>2030-01-01T00:00:00Z</bpmn:timeDate>')).toEqual([]);
    expect(await timer('<bpmn:timeDate>now() + duration("P1D")</bpmn:timeDate>')).toEqual([]);
    expect(await timer('')).toEqual(['timerMissing a']);
    for (const cycle of ['R/PT0S', '99 99 * * *'])
      expect(await timer(`<bpmn:timeCycle>${cycle}</bpmn:timeCycle>`)).toEqual(['timerCycle a']);
    for (const duration of ['P1000000Y', '-PT1H', 'PT0S', '3 days'])
      expect(await timer(`<bpmn:timeDuration>${duration}</bpmn:timeDuration>`)).toEqual(['timerInvalid a']);
  });

  it('an error is thrown with a code and caught around it', async () => {
    const inner = 'start s\nsub p {\nstart ps\nerror pe\nps > pe\n}\nend e\nend f\ns > p\np > e';
    expect(await codesOf(`${inner}\nerrorOn p b\nb > f`)).toEqual([]);
    expect(await codesOf(inner)).toContain('errorUnhandled? pe');
    expect(await codesOf(inner, { inside: { pe: '<bpmn:errorEventDefinition/>' } })).toContain('errorCodeMissing pe');
    expect(await codesOf(`${inner}\nerrorOn p b\nb > f\nerrorOn p c\nc > f`)).toEqual(['errorCodeTwice c']);
  });
});

describe('the process itself', () => {
  it('fits its form', async () => {
    expect(await process({ titleTemplate: '{applicant}：{reason}', summaryFields: ['amount'], businessKeyField: 'reason' })).toEqual([]);
    expect(await process({ titleTemplate: '{gone}', summaryFields: ['gone'], businessKeyField: 'gone' })).toEqual([
      'titleKeyUnknown',
      'summaryFieldUnknown',
      'businessKeyUnknown',
    ]);
    expect(await process({ startAccess: { ...access, fields: { gone: 'edit' } } })).toEqual(['fieldUnknown?']);
  });

  it('has a number, starters and documents that make sense', async () => {
    expect(await process({ numbering: 'CC-{yyyy}-{seq:4}' })).toEqual([]);
    for (const numbering of ['CC', '{seq}', '{year}-{seq:4}']) expect(await process({ numbering })).toEqual(['numberingInvalid']);
    expect(await process({ lifeSpan: 'PT0S' })).toEqual(['dueInvalid']);
    expect(
      await process({ starter: { kind: 'some', userIds: [], departmentIds: [], positionIds: [], roleIds: [], workGroupIds: [] } }),
    ).toEqual(['startersNobody']);
    const document = { id: 'abcdef', name: { zh: '说明', en: '' }, required: false, formats: [], maxCount: 1, addedAt: ['s'] };
    expect(await process({ documents: [document] })).toEqual([]);
    expect(await process({ documents: [document, { ...document, addedAt: ['gone'] }] })).toEqual([
      'documentDuplicate',
      'documentPlaceUnknown',
    ]);
  });

  it('has documents with names, which somebody adds when they must be there', async () => {
    const document = { id: 'abcdef', name: { zh: '', en: ' ' }, required: true, formats: [], maxCount: 1, addedAt: [] };
    expect(await process({ documents: [document] })).toEqual(['documentNameless', 'documentNowhere']);
  });

  it('has a form that is published', async () => {
    const problems = await problemsOf(one('user'), {
      settings: { '': { ...defaultProcess, formId: '00000000-0000-7000-8000-000000000001' } },
      context: { form: null },
    });
    expect(problems.map(({ code }) => code)).toEqual(['formUnpublished']);
  });
});
