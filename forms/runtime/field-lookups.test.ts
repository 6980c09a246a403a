import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { columnOf, fieldOf, formOf } from '../testing/sample';
import type { FormValues } from '../schema/values';
import { FieldLookups, type LookupAnswer, noteId } from './field-lookups';
import { FormStore } from './form-store';

const lookup = (...fill: string[]) => ({
  connectorId: '00000000-0000-4000-8000-000000000001',
  path: '/x',
  fill: fill.map((field) => ({ field, expression: 'response.x' })),
});
const holder = columnOf('户名', { type: 'text' });
const card = columnOf('卡号', { type: 'text', lookup: lookup(holder.key) });
const bank = columnOf('行号', { type: 'text', lookup: lookup('卡号') });
const code = columnOf('物料', { type: 'text', lookup: lookup('名称') });
const label = columnOf('名称', { type: 'text' });
const table = fieldOf('明细', { type: 'subTable', columns: [code, label], totals: [] });
const schema = formOf([card, holder, bank, table]);
const ROW = '0192f000-0000-7000-8000-000000000001';
const OTHER = '0192f000-0000-7000-8000-000000000002';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function given(ask: (field: string, value: string) => Promise<LookupAnswer>, values: FormValues = {}, known: FormValues = {}) {
  const store = new FormStore({
    schema,
    access: { fields: {}, default: 'edit', rows: {} },
    values,
    masked: false,
    clock: { now: '2026-11-21T00:00:00.000Z', timeZone: 'Asia/Shanghai' },
  });
  const asked: string[] = [];
  const lookups = new FieldLookups({
    store,
    known,
    ask: (field, value) => {
      asked.push(value);
      return ask(field, value);
    },
  });
  return { store, asked, lookups, stop: lookups.watch() };
}

const found = (values: LookupAnswer['values']): Promise<LookupAnswer> => Promise.resolve({ outcome: 'found', values });
const settle = () => vi.advanceTimersByTimeAsync(700);

describe('fields with a look-up', () => {
  it('do not ask about what others have filled in meanwhile', async () => {
    const { store, asked, lookups } = given(() => found({}), { 卡号: '1' }, { 卡号: '1' });
    lookups.know({ 卡号: '2' });
    store.rebase({ 卡号: '2', 户名: '王敏' });
    await settle();
    expect(asked).toEqual([]);
    store.set('卡号', '3');
    await settle();
    expect(asked).toEqual(['3']);
  });

  it('each ask for themselves and fill what is theirs', async () => {
    const { store, asked, lookups } = given((field, value) => (field === card.id ? found({ [holder.id]: `${value} 的户名` }) : found({})));
    store.set('卡号', '6222');
    store.set('行号', '1021');
    await settle();
    expect(asked).toEqual(['6222', '1021']);
    expect(store.values).toMatchObject({ 户名: '6222 的户名', 行号: '1021' });
    expect([...lookups.notes.values()].map(({ status }) => status)).toEqual(['found', 'found']);
  });

  it('wait until the typing rests; typing elsewhere does not hold them up', async () => {
    const { store, asked } = given(() => found({}));
    store.set('卡号', '62');
    await vi.advanceTimersByTimeAsync(400);
    store.set('卡号', '6222');
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toEqual([]);
    store.set('户名', '王');
    await vi.advanceTimersByTimeAsync(250);
    expect(asked).toEqual(['6222']);
  });

  it('drop the answer to a value that has changed meanwhile', async () => {
    const answers: ((answer: LookupAnswer) => void)[] = [];
    const { store } = given(() => new Promise((resolve) => answers.push(resolve)));
    store.set('卡号', '1');
    await settle();
    store.set('卡号', '2');
    await settle();
    answers[1]?.({ outcome: 'found', values: { [holder.id]: '二' } });
    answers[0]?.({ outcome: 'found', values: { [holder.id]: '一' } });
    await settle();
    expect(store.values.户名).toBe('二');
  });

  it('do not ask again about what a draft brings, only about what is changed in it', async () => {
    const draft = { 卡号: '6222', 明细: [{ _id: ROW, 物料: 'A1', 名称: '改过的' }] };
    const { store, asked } = given(() => found({ [label.id]: '目录里的' }), {}, draft);
    for (const [key, value] of Object.entries(draft)) store.set(key, value);
    await settle();
    expect(asked).toEqual([]);
    store.tables.get('明细')?.setCell(ROW, '物料', 'A2');
    await settle();
    expect(asked).toEqual(['A2']);
  });

  it('fill one another, but a look-up never comes back to where it began', async () => {
    const { store, asked } = given((field, value) =>
      field === bank.id ? found({ [card.id]: `${value}9` }) : found({ [bank.id]: `${value}8` }),
    );
    store.set('行号', '1');
    await settle();
    await settle();
    await settle();
    expect(asked).toEqual(['1', '19']);
    expect(store.values).toMatchObject({ 行号: '198', 卡号: '19' });
    store.set('行号', '7');
    await settle();
    expect(asked).toEqual(['1', '19', '7']);
  });

  it('take back what they filled in when the next value is not found, but not what somebody has corrected', async () => {
    const { store } = given((_, value) =>
      value === '1' ? found({ [holder.id]: '王敏' }) : Promise.resolve({ outcome: 'missing', values: {} }),
    );
    store.set('卡号', '1');
    await settle();
    expect(store.values.户名).toBe('王敏');
    store.set('卡号', '2');
    await settle();
    expect(store.values.户名).toBeNull();
    store.set('卡号', '1');
    await settle();
    store.set('卡号', '');
    await settle();
    expect(store.values.户名).toBeNull();
    store.set('卡号', '1');
    await settle();
    store.set('户名', '王敏敏');
    store.set('卡号', '2');
    await settle();
    expect(store.values.户名).toBe('王敏敏');
  });

  it('say when a system does not know it or does not answer, and stop saying it when the field is cleared', async () => {
    const { store, lookups } = given((field) =>
      field === card.id ? Promise.resolve({ outcome: 'missing', values: {} }) : Promise.reject(new Error('down')),
    );
    store.set('卡号', '0');
    store.set('行号', '0');
    await settle();
    expect([...lookups.notes].map(([id, { status }]) => [id, status])).toEqual([
      [card.id, 'missing'],
      [bank.id, 'unavailable'],
    ]);
    store.set('卡号', '');
    await settle();
    expect([...lookups.notes.keys()]).toEqual([bank.id]);
  });

  it('stop when nobody watches any more', async () => {
    const { store, asked, stop } = given(() => found({}));
    store.set('卡号', '6222');
    stop();
    await settle();
    expect(asked).toEqual([]);
  });
});

describe('columns with a look-up', () => {
  it('fill the row they stand in, however the rows are moved meanwhile', async () => {
    const { store, lookups } = given((_, value) => found({ [label.id]: `${value} 的名称` }));
    const rows = store.tables.get('明细');
    rows?.insert([
      { _id: ROW, 物料: 'A', 名称: null },
      { _id: OTHER, 物料: 'B', 名称: null },
    ]);
    rows?.move(OTHER, 0);
    await settle();
    expect(store.values.明细).toMatchObject([
      { _id: OTHER, 名称: 'B 的名称' },
      { _id: ROW, 名称: 'A 的名称' },
    ]);
    expect(lookups.notes.get(noteId(code, ROW))).toMatchObject({ status: 'found', rowId: ROW });
    rows?.remove(ROW);
    expect([...lookups.notes.keys()]).toEqual([noteId(code, OTHER)]);
  });

  it('ask about a pasted column a few at a time, and about nothing that was taken out again', async () => {
    let open = 0;
    let most = 0;
    const { store, asked } = given(async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 100));
      open -= 1;
      return { outcome: 'missing', values: {} };
    });
    const rows = store.tables.get('明细');
    const pasted = Array.from({ length: 9 }, (_, index) => ({ _id: `${ROW.slice(0, -1)}${index}`, 物料: `M${index}`, 名称: null }));
    rows?.insert(pasted);
    await vi.advanceTimersByTimeAsync(650);
    rows?.remove(pasted[8]?._id ?? '');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7']);
    expect(most).toBe(3);
  });
});
