import { describe, expect, it } from 'vitest';
import { columnOf, fieldOf, formOf } from '../testing/sample';
import { diffForms } from './diff';
import type { FormSchema } from './schema';

const option = (id: string, zh: string) => ({ id, label: { zh, en: '' } });
const reason = fieldOf('报销事由', { type: 'text', maxLength: 100 });
const kind = fieldOf('费用类别', { type: 'select', options: [option('a', '差旅'), option('b', '通讯补贴')] });
const paper = fieldOf('纸质单号', { type: 'text' });
const price = columnOf('单价', { type: 'money', currency: 'CNY' });
const lines = fieldOf('费用明细', { type: 'subTable', columns: [price], totals: [] });
const before = formOf([reason, kind, paper, lines]);
const after = (children: unknown[]): FormSchema => ({
  ...before,
  sections: [{ ...before.sections[0], children } as FormSchema['sections'][number]],
});

describe('what changed between two versions', () => {
  it('is nothing when nothing did', () => {
    expect(diffForms(before, after([reason, kind, paper, lines]))).toEqual([]);
  });

  it('names what came, what changed and what went', () => {
    const checked = columnOf('核定金额', { type: 'money', currency: 'CNY' });
    const shares = fieldOf('同行分摊', { type: 'subTable', columns: [columnOf('人员', { type: 'user', multiple: false })], totals: [] });
    const changes = diffForms(
      before,
      after([
        { ...reason, maxLength: 300, label: { zh: '报销事由', en: 'Reason' } },
        { ...kind, options: [option('a', '差旅'), { ...option('b', '通讯补贴'), retired: true }] },
        { ...lines, columns: [price, checked] },
        shares,
      ]),
    );
    expect(changes.map(({ kind: how, subject, label }) => [how, subject, label.zh])).toEqual([
      ['added', 'column', '核定金额'],
      ['added', 'field', '同行分摊'],
      ['changed', 'field', '报销事由'],
      ['changed', 'field', '费用类别'],
      ['removed', 'field', '纸质单号'],
    ]);
    expect(changes[0]?.table?.zh).toBe('费用明细');
    expect(changes[1]?.columns.map(({ zh }) => zh)).toEqual(['人员']);
    expect(changes[2]?.changes).toEqual([
      { name: 'label.en', before: '', after: 'Reason' },
      { name: 'maxLength', before: 100, after: 300 },
    ]);
    expect(changes[3]?.changes).toMatchObject([{ name: 'option.b', after: { retired: true } }]);
  });

  it('names only the field that was moved, not those it passed', () => {
    expect(diffForms(before, after([kind, paper, lines, reason])).map(({ kind: how, label }) => [how, label.zh])).toEqual([
      ['moved', '报销事由'],
    ]);
  });

  it('takes a removed sub-table as one thing', () => {
    expect(diffForms(before, after([reason, kind, paper])).map(({ kind: how, label }) => [how, label.zh])).toEqual([
      ['removed', '费用明细'],
    ]);
  });
});
