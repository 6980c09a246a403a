import fc from 'fast-check';
import Nzh from 'nzh';
import { describe, expect, it } from 'vitest';
import { toChineseCapitals } from './chinese-capitals';

describe('Chinese capitals', { timeout: 60_000 }, () => {
  it.each([
    ['86400.00', '捌万陆仟肆佰元整'],
    ['0', '零元整'],
    ['0.00', '零元整'],
    ['0.50', '伍角整'],
    ['0.05', '伍分'],
    ['0.15', '壹角伍分'],
    ['1.05', '壹元零伍分'],
    ['16.40', '壹拾陆元肆角整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1034', '壹仟零叁拾肆元整'],
    ['100000000', '壹亿元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1000100010000', '壹万零壹亿零壹万元整'],
    ['9999999999999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['-5.20', '负伍元贰角整'],
  ])('%s is %s', (amount, expected) => {
    expect(toChineseCapitals(amount)).toBe(expected);
  });

  it.each(['10000000000000000', '0.001', '1e3', '', '007', 'abc', '１２', '-0'])('has no words for %j', (amount) => {
    expect(toChineseCapitals(amount)).toBeNull();
  });

  it('reads trailing zeros below 分 as nothing', () => {
    expect(toChineseCapitals('12.3400')).toBe('壹拾贰元叁角肆分');
  });

  it('agrees with an independent implementation', () => {
    const digits = fc.bigInt({ min: 1n, max: 999_999_999_999_999_999n });
    const sparse = fc
      .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 3, maxLength: 18 })
      .map((list) => BigInt(list.join('')) + 1n);
    fc.assert(
      fc.property(fc.oneof(digits, sparse), fc.boolean(), (cents, negative) => {
        const text = cents.toString().padStart(3, '0');
        const amount = `${negative ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
        expect(toChineseCapitals(amount)).toBe(Nzh.cn.toMoney(amount, { outSymbol: false, forceZheng: true }));
      }),
      { numRuns: 1000 },
    );
  });
});
