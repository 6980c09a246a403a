import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import type { InboxItem, NotAtOnce } from '@/server/task/task-views';
import { chosenOf, NOTHING_CHOSEN, toggled, totalOf } from './selection';

const itemOf = (workItemId: string, rev = 1, notAtOnce: NotAtOnce | null = null) =>
  ({ workItemId, rev, notAtOnce, summary: [] as InboxItem['summary'] }) as InboxItem;
const worth = (value: Json) => ({ summary: [{ key: 'a', label: { zh: '', en: '' }, type: 'money', value }] }) as unknown as InboxItem;
const cny = (amount: string) => worth({ amount, currency: 'CNY' });

describe('what is chosen in the inbox', () => {
  it('is put in and taken out again, with the revision that was seen', () => {
    const one = toggled(NOTHING_CHOSEN, itemOf('a', 3));
    expect([...one]).toEqual([['a', 3]]);
    expect([...toggled(toggled(one, itemOf('b')), itemOf('a', 4))]).toEqual([['b', 1]]);
  });

  it('is only what still stands in the list and can still be approved at once', () => {
    const selection = ['a', 'b', 'gone'].reduce((chosen, id) => toggled(chosen, itemOf(id)), NOTHING_CHOSEN);
    expect(chosenOf([itemOf('a', 2), itemOf('b', 1, 'suspended'), itemOf('c')], selection)).toEqual([itemOf('a', 2)]);
  });

  it('comes to an exact sum, in one currency', () => {
    expect(totalOf([cny('4360.00'), cny('3180'), cny('6690.1')])).toEqual({ amount: '14230.10', currency: 'CNY' });
    expect(totalOf([cny('90071992547409.93'), cny('0.01')])).toEqual({ amount: '90071992547409.94', currency: 'CNY' });
    expect(totalOf([cny('-0.05'), cny('0.02')])).toEqual({ amount: '-0.03', currency: 'CNY' });
    expect(totalOf([cny('1'), worth({ amount: '1', currency: 'USD' })])).toBeNull();
    expect([[], [cny('1'), worth('text')], [itemOf('a')]].map(totalOf)).toEqual([null, null, null]);
  });
});
