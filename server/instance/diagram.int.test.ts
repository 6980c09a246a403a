import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { returnTask } from '@/server/task/return';
import { ctxOf } from '@/test/portal';
import { approved, openItem, submitted, valuesOf } from '@/test/request';
import { filled, trip, type Trip } from '@/test/trip';
import { byId } from './by-id';
import type { DiagramView } from './request-page';
import { resubmit } from './resubmit';
import { withdraw } from './withdraw';

/** Approved by the manager, returned by finance and submitted again. */
async function goneBack(mode: 'toReturner' | 'wholeChain'): Promise<{ of: Trip; id: string; before: DiagramView; after: DiagramView }> {
  const of = await trip({ finance: { returnResubmit: mode } });
  const id = await submitted(of);
  await approved(of.boss, id, 'manager');
  const { rev } = await valuesOf(id);
  const back = { commandId: newId(), workItemId: await openItem(id, 'finance'), comment: '改', values: {}, rev, documents: [] };
  await returnTask(ctxOf(of.finance), back);
  const before = (await byId(ctxOf(of.applicant), { id })).diagram;
  const again = { commandId: newId(), workItemId: await openItem(id, 'start'), values: filled, chosen: {}, documents: [] };
  await resubmit(ctxOf(of.applicant), { ...again, rev: (await valuesOf(id)).rev });
  return { of, id, before, after: (await byId(ctxOf(of.applicant), { id })).diagram };
}

const earlierIn = ({ visited }: DiagramView) => visited.filter(({ earlier }) => earlier).map(({ elementId }) => elementId);

describe('the drawing of a request that was returned', () => {
  it('shows from where it went back, and after a whole new chain what of it comes again', async () => {
    const { before, after } = await goneBack('wholeChain');
    const returns = [{ elementId: 'finance', to: 'start', round: 1, cause: 'returned' }];
    expect(before.returns).toEqual(returns);
    expect(earlierIn(before)).toEqual([]);
    expect(after.returns).toEqual(returns);
    expect(after.tokens.map(({ elementId }) => elementId)).toEqual(['manager']);
    expect(earlierIn(after)).toEqual(['finance']);
    expect(after.flows.map(({ earlier }) => earlier)).toEqual([false, true]);
  });

  it('after a resubmission straight to who returned it keeps what was approved before', async () => {
    const { after } = await goneBack('toReturner');
    expect(after.tokens.map(({ elementId }) => elementId)).toEqual(['finance']);
    expect(earlierIn(after)).toEqual([]);
  });

  it('tells a step that was taken away from one that was done', async () => {
    const of = await trip();
    const id = await submitted(of);
    await withdraw(ctxOf(of.applicant), { commandId: newId(), instanceId: id, reason: '' });
    const { diagram } = await byId(ctxOf(of.applicant), { id });
    expect(diagram.visited.map(({ elementId, left }) => [elementId, left])).toEqual(
      expect.arrayContaining([
        ['manager', true],
        ['start', false],
      ]),
    );
  });
});
