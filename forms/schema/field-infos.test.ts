import { expect, it } from 'vitest';
import { tripForm } from '../testing/sample';
import { fieldInfos } from './field-infos';

it('a formula shows what it reads, also through other formulas', () => {
  const infos = fieldInfos(tripForm());
  const keyOf = (id: string) => infos.find((info) => info.id === id)?.key;
  const shown = (key: string) => infos.find((info) => info.key === key)?.shows?.map(keyOf);
  expect(shown('天数')).toEqual(['日期']);
  expect(shown('小计')?.toSorted()).toEqual(['单价', '数量'].toSorted());
  expect(shown('申请金额')?.toSorted()).toEqual(['小计', '单价', '数量'].toSorted());
  expect(shown('出差事由')).toBeUndefined();
});
