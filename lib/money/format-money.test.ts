import { describe, expect, it } from 'vitest';
import { currencies, findCurrency } from './currency';
import { formatMoney } from './format-money';

describe('money for reading', () => {
  it.each([
    ['1534', 'CNY', 'zh', '¥\u00a01,534.00'],
    ['-1534.5', 'CNY', 'en', '-¥\u00a01,534.50'],
    ['1534.00', 'JPY', 'zh', 'JP¥\u00a01,534'],
    ['1.2345', 'USD', 'en', 'US$\u00a01.2345'],
    ['0.5', 'KWD', 'en', 'KWD\u00a00.500'],
    ['99999999999999999.99', 'EUR', 'en', '€\u00a099,999,999,999,999,999.99'],
    ['7', 'XYZ', 'en', 'XYZ\u00a07'],
  ])('%s %s in %s reads %j', (amount, currency, locale, expected) => {
    expect(formatMoney(amount, currency, locale)).toBe(expected);
  });

  it('knows the decimals of every currency it offers', () => {
    expect(new Set(currencies.map((currency) => currency.code)).size).toBe(currencies.length);
    expect([findCurrency('CNY')?.scale, findCurrency('JPY')?.scale, findCurrency('BHD')?.scale, findCurrency('toString')]).toEqual([
      2,
      0,
      3,
      undefined,
    ]);
  });
});
