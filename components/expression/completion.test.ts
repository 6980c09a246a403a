import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en/expression.json';
import zh from '@/messages/zh/expression.json';
import { checkExpression } from './check-expression';
import { completeExpression, type Vocabulary } from './completion';
import type { ExpressionName } from './expression-editor';
import { problemsOf } from './problems';

const names: ExpressionName[] = [
  { name: 'tax', label: '税率', type: 'number', description: '该行发票税率' },
  { name: '明细', label: '费用明细', type: { list: { context: { 小计: 'number' } } } },
];

function vocabulary(locale: 'zh' | 'en'): Vocabulary {
  const translate = createTranslator({ locale, messages: { expression: locale === 'zh' ? zh : en }, namespace: 'expression' });
  return { names, locale, translate: (key, values) => translate(key as never, values as never) };
}

function complete(text: string, locale: 'zh' | 'en' = 'zh'): { label: string; detail?: string; info?: unknown }[] | null {
  const context = new CompletionContext(EditorState.create({ doc: text }), text.length, false);
  return (
    completeExpression(context, vocabulary(locale))?.options.map(({ label, detail, info }) => ({
      label,
      ...(detail ? { detail } : {}),
      info,
    })) ?? null
  );
}

describe('completion', () => {
  it('offers fields with their type and what they mean', () => {
    expect(complete('1 + t')).toContainEqual({ label: 'tax', detail: '数字', info: '税率 · 该行发票税率' });
    expect(complete('1 + t', 'en')).toContainEqual({ label: 'tax', detail: 'number', info: '税率 · 该行发票税率' });
  });

  it('offers only members after a dot, and columns first inside a filter', () => {
    expect(complete('sum(明细.')?.map(({ label }) => label)).toEqual(['小计']);
    expect(complete('明细[小')?.[0]?.label).toBe('小计');
  });

  it('offers functions in the language of the reader, with a description', () => {
    expect(complete('大')).toContainEqual({ label: '大写金额', detail: '文本', info: '大写金额(amount)\n人民币大写，四舍五入到分' });
    const english = complete('r', 'en') ?? [];
    expect(english).toContainEqual({
      label: 'round half up',
      detail: 'number',
      info: 'round half up(n, scale?)\nRounds half up, as is usual',
    });
    expect(english.map(({ label }) => label)).not.toContain('四舍五入');
  });

  it.each(['"税', '"a" + "b', '12', '', '1 + '])('is silent after %j', (text) => {
    expect(complete(text)).toBeNull();
  });
});

describe('checking while somebody writes', () => {
  const { translate } = vocabulary('zh');

  it('says what is wrong and how to mend it', () => {
    expect(problemsOf(checkExpression('tex + 1', { names }).errors, translate)).toEqual([
      { from: 0, to: 3, message: '没有名为「tex」的字段，是「tax」吗？', fix: { text: 'tax', label: '改为「tax」' } },
    ]);
    expect(problemsOf(checkExpression('true && false', { names }).errors, translate)[0]?.fix).toEqual({
      text: ' and ',
      label: '改为「and」',
    });
    expect(problemsOf(checkExpression('tax + "a"', { names }).errors, translate)[0]?.fix).toBeNull();
  });

  it('shows the result for a sample', () => {
    expect(checkExpression('round half up(1020 / (1 + tax) * tax, 2)', { names, sample: { tax: '0.06' } }).result).toEqual({
      value: '57.74',
      type: 'number',
    });
    expect(checkExpression('tax', { names }).result).toBeNull();
    expect(checkExpression('tax', { names, sample: { tax: 'x' } }).errors[0]?.code).toBe('EXPR_INPUT');
  });

  it('leaves an empty editor alone, and asks for the type that is expected', () => {
    expect(checkExpression('  ', { names, expect: 'boolean' })).toEqual({ errors: [], result: null });
    expect(checkExpression('tax', { names, expect: 'boolean' }).errors[0]?.code).toBe('EXPR_TYPE_RESULT');
  });
});
