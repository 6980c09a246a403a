/** ISO 4217: how many decimals a currency has, and the sign it is written with. */
export type Currency = { code: string; scale: number; symbol: string };

const rows: readonly (readonly [code: string, scale: number, symbol: string])[] = [
  ['CNY', 2, '¥'],
  ['HKD', 2, 'HK$'],
  ['MOP', 2, 'MOP$'],
  ['TWD', 2, 'NT$'],
  ['USD', 2, 'US$'],
  ['EUR', 2, '€'],
  ['GBP', 2, '£'],
  ['JPY', 0, 'JP¥'],
  ['KRW', 0, '₩'],
  ['SGD', 2, 'S$'],
  ['AUD', 2, 'A$'],
  ['CAD', 2, 'C$'],
  ['NZD', 2, 'NZ$'],
  ['CHF', 2, 'CHF'],
  ['SEK', 2, 'SEK'],
  ['NOK', 2, 'NOK'],
  ['DKK', 2, 'DKK'],
  ['RUB', 2, '₽'],
  ['INR', 2, '₹'],
  ['THB', 2, '฿'],
  ['VND', 0, '₫'],
  ['MYR', 2, 'RM'],
  ['IDR', 2, 'Rp'],
  ['PHP', 2, '₱'],
  ['AED', 2, 'AED'],
  ['SAR', 2, 'SAR'],
  ['KWD', 3, 'KWD'],
  ['BHD', 3, 'BHD'],
  ['BRL', 2, 'R$'],
  ['MXN', 2, 'MX$'],
  ['ZAR', 2, 'R'],
  ['TRY', 2, '₺'],
  ['PLN', 2, 'zł'],
  ['CZK', 2, 'Kč'],
];

/** The currencies on offer, the most used first. */
export const currencies: readonly Currency[] = rows.map(([code, scale, symbol]) => ({ code, scale, symbol }));

const byCode: ReadonlyMap<string, Currency> = new Map(currencies.map((currency) => [currency.code, currency]));

/** `undefined` for a code that is not on offer. */
export function findCurrency(code: string): Currency | undefined {
  return byCode.get(code);
}
