import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en/expression.json';
import zh from '@/messages/zh/expression.json';
import { compile } from './compile';
import { functionCatalog } from './function-catalog';
import { limits } from './limits';
import { errorMessage, type Translate, typeWord } from './message';
import type { NameSchema } from './types';

function translator(locale: 'zh' | 'en'): Translate {
  const messages = { expression: locale === 'zh' ? zh : en };
  const translate = createTranslator({ locale, messages, namespace: 'expression', onError: (error) => expect.unreachable(error.message) });
  return (key, values) => translate(key as never, values as never);
}

const names: NameSchema = { 金额: 'number', 名称: 'string', 明细: { list: { context: { 类别: 'string' } } } };

describe('what a person reads', () => {
  it.each([
    ['金饿 + 1', '没有名为「金饿」的字段，是「金额」吗？', 'There is no field “金饿”. Did you mean “金额”?'],
    ['单价 + 1', '没有名为「单价」的字段', 'There is no field “单价”'],
    ['金额 + 名称', '数字与文本之间不能用「+」', '“+” cannot combine number and text'],
    ['sum(明细.类别)', '「sum」的参数「list」应为数字的列表，现在是文本的列表', '“list” of “sum” takes list of number, not list of text'],
    ['round half up()', '「round half up」应有 1–2 个参数，现有 0 个', '“round half up” takes 1–2 arguments, found 0'],
    ['modulo(1)', '「modulo」应有 2 个参数，现有 1 个', '“modulo” takes 2 arguments, found 1'],
    ["名称 = '甲'", '「\'」请写成「"」', 'Write “"” for “\'”'],
    ['金额 == 1', '「==」请写成「=」', 'Write “=” for “==”'],
    ['金额 +', '还没写完', 'Something is missing here'],
    ['(1', '「(」没有配对', '“(” is never closed'],
    ['名称.first()', '不支持调用一个值', 'calling a value: not supported'],
    ['function(x) x', '不支持自定义函数', 'functions of your own: not supported'],
    [`${'('.repeat(101)}1`, '超出括号层数（100 层）', 'Over the limit: nesting of brackets (100 levels)'],
  ])('%s', (source, chinese, english) => {
    const compiled = compile(source, { names });
    const [error] = compiled.ok ? [] : compiled.errors;
    if (error === undefined) throw new Error('should be refused');
    expect(errorMessage(error, translator('zh'))).toBe(chinese);
    expect(errorMessage(error, translator('en'))).toBe(english);
  });

  it('has words for every function, limit and type, in both languages', () => {
    for (const messages of [zh, en]) {
      expect(Object.keys(messages.functions).toSorted()).toEqual(functionCatalog.map(({ name }) => name).toSorted());
      expect(Object.keys(messages.limits).toSorted()).toEqual(Object.keys(limits).toSorted());
      const groups = new Set(functionCatalog.map(({ group }) => group));
      expect(Object.keys(messages.groups).toSorted()).toEqual([...groups].toSorted());
    }
    const types = functionCatalog.flatMap(({ signatures }) =>
      signatures.flatMap(({ params, result }) => [result, ...params.flatMap((param) => param.types)]),
    );
    for (const type of types) expect(typeWord(type, translator('zh'))).not.toContain('types.');
  });

  it('has every text of the catalogue fit for the message format', () => {
    for (const locale of ['zh', 'en'] as const) {
      const translate = translator(locale);
      for (const { name } of functionCatalog) expect(translate(`functions.${name}`)).not.toBe('');
    }
  });
});
