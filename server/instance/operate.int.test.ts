import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { model } from '@/server/engine/testing/builder';
import { decideTask } from '@/server/task/decide';
import { countRows, ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { decision, openItem, submitted } from '@/test/request';
import { trip } from '@/test/trip';
import { byId } from './by-id';
import { reassign } from './reassign';
import { resume } from './resume';
import { retryIncident } from './retry-incident';
import { suspend } from './suspend';
import { terminate } from './terminate';
import { urge } from './urge';
import { withdraw } from './withdraw';

const operator = ['instance.operate'] as const;

describe('an operator', () => {
  it('needs the permission, a reason, and a request that is there', async () => {
    const of = await trip();
    const id = await submitted(of);
    const input = (reason = 'because') => ({ commandId: newId(), instanceId: id, reason });
    for (const act of [suspend, terminate, resume]) {
      expect(await refusalOf(act(ctxOf(of.stranger), input()))).toBe('NOT_FOUND');
      expect(await refusalOf(act(ctxOf(of.applicant), input()))).toBe('FORBIDDEN');
      expect(await refusalOf(act(ctxOf(of.boss), input()))).toBe('FORBIDDEN');
      expect(await refusalOf(act(ctxOf(of.stranger, ['audit.read']), input()))).toBe('FORBIDDEN');
      expect(await refusalOf(act(ctxOf(of.stranger, operator), input('')))).toBe('REASON_REQUIRED');
      expect(await refusalOf(act(ctxOf(of.stranger, operator), { ...input(), instanceId: newId() }))).toBe('NOT_FOUND');
    }
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(1);
  });

  it('reminds whoever has it, with a reason too', async () => {
    const of = await trip();
    const id = await submitted(of);
    const remind = (comment: string) => urge(ctxOf(of.stranger, operator), { commandId: newId(), instanceId: id, comment });
    expect(await refusalOf(remind(''))).toBe('REASON_REQUIRED');
    expect(await refusalOf(remind('the flight leaves tomorrow'))).toBeNull();
    expect((await byId(ctxOf(of.applicant), { id })).timeline[0]).toMatchObject({ act: 'urged', text: 'the flight leaves tomorrow' });
  });

  it('suspends, resumes and terminates, each with its reason in the journal', async () => {
    const of = await trip();
    const id = await submitted(of);
    const ctx = ctxOf(of.stranger, operator);
    const input = (reason: string) => ({ commandId: newId(), instanceId: id, reason });
    expect(await suspend(ctx, input('check'))).toMatchObject({ status: 'suspended' });
    expect(await refusalOf(suspend(ctx, input('again')))).toBe('STATE_CONFLICT');
    expect((await byId(ctx, { id })).seal).toBe('suspended');
    expect(await refusalOf(withdraw(ctxOf(of.applicant), input('')))).toBe('STATE_CONFLICT');
    expect(await resume(ctx, input('checked'))).toMatchObject({ status: 'running' });
    expect(await terminate(ctx, input('wrong form'))).toMatchObject({ status: 'terminated', outcome: 'terminated', next: [] });
    expect(await refusalOf(resume(ctx, input('reopen')))).toBe('STATE_CONFLICT');
    expect(await countRows('work_item', 'root_instance_id = $1 and open', [id])).toBe(0);
    const acts = (await byId(ctx, { id })).timeline.flatMap((entry) => (entry.type === 'act' ? [[entry.act, entry.text]] : []));
    expect(acts).toEqual([
      ['terminated', 'wrong form'],
      ['resumed', 'checked'],
      ['suspended', 'check'],
      ['submitted', null],
    ]);
  });

  it('gives an item to somebody else, never to the applicant', async () => {
    const of = await trip();
    const id = await submitted(of);
    const item = await openItem(id, 'manager');
    const give = (toUserId: string, more: object = {}) =>
      reassign(ctxOf(of.stranger, operator), {
        commandId: newId(),
        instanceId: id,
        workItemId: item,
        incidentId: null,
        toUserId,
        reason: 'absent',
        ...more,
      });
    expect(await refusalOf(give(of.applicant.id))).toBe('SOD_VIOLATION');
    expect(await refusalOf(give(newId()))).toBe('FIELD_REF');
    expect(await refusalOf(give(of.finance.id, { workItemId: null }))).toBe('FIELD_REQUIRED');
    expect((await give(of.finance.id)).next).toMatchObject([{ people: [{ name: '苏青' }] }]);
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(item)))).toBe('ALREADY_DONE');
    const page = await byId(ctxOf(of.finance), { id });
    expect(page.timeline.find((entry) => entry.type === 'act' && entry.act === 'reassigned')).toMatchObject({
      target: { name: '苏青' },
      text: 'absent',
    });
  });

  it('names somebody where nobody was found, and has a failed step done again', async () => {
    const of = await trip();
    const nobody = { assignment: [{ kind: 'users' as const, userIds: [newId()] }], nobody: { kind: 'processAdmin' as const } };
    const { versionId } = await publishAgain(
      of.processId,
      model().start('start', 'check').task('check', 'end', nobody).end('end').build(),
      { formVersionId: of.formVersionId },
    );
    const id = await submitted({ ...of, versionId });
    const ctx = ctxOf(of.stranger, operator);
    const [incident] = (await byId(ctx, { id })).incidents;
    expect(incident).toMatchObject({ kind: 'nobody', elementId: 'check' });
    expect((await byId(ctxOf(of.applicant), { id })).incidents).toMatchObject([{ detail: {} }]);
    await retryIncident(ctx, { commandId: newId(), instanceId: id, incidentId: incident!.id, reason: 'somebody was hired' });
    const page = await byId(ctx, { id });
    expect(page.timeline.find((entry) => entry.type === 'act' && entry.act === 'incidentRetried')).toMatchObject({ elementId: 'check' });
    const [again] = page.incidents;
    expect(again?.id).not.toBe(incident?.id);
    const named = await reassign(ctx, {
      commandId: newId(),
      instanceId: id,
      workItemId: null,
      incidentId: again!.id,
      toUserId: of.boss.id,
      reason: 'he knows',
    });
    expect(named.next).toMatchObject([{ elementId: 'check', people: [{ name: '王敏' }] }]);
    expect((await byId(ctx, { id })).incidents).toEqual([]);
    expect(await refusalOf(retryIncident(ctx, { commandId: newId(), instanceId: id, incidentId: again!.id, reason: 'x' }))).toBe(
      'ALREADY_DONE',
    );
  });
});

describe('withdrawing', () => {
  it('is the applicant’s, until the first decision', async () => {
    const of = await trip();
    const id = await submitted(of);
    const take = (by: typeof of.boss) => withdraw(ctxOf(by), { commandId: newId(), instanceId: id, reason: 'not needed' });
    expect(await refusalOf(take(of.boss))).toBe('FORBIDDEN');
    await decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager')));
    expect(await refusalOf(take(of.applicant))).toBe('STATE_CONFLICT');
    const other = await submitted(of);
    const command = { commandId: newId(), instanceId: other, reason: 'not needed' };
    expect(await withdraw(ctxOf(of.applicant), command)).toMatchObject({ status: 'terminated', outcome: 'withdrawn' });
    expect(await withdraw(ctxOf(of.applicant), command)).toMatchObject({ outcome: 'withdrawn' });
  });
});
