import { describe, expect, it } from 'vitest';
import { toEnglishWords } from './english-words';

describe('an amount in English words', () => {
  it.each([
    ['0', 'zero'],
    ['7', 'seven'],
    ['15.00', 'fifteen'],
    ['40', 'forty'],
    ['99', 'ninety-nine'],
    ['100', 'one hundred'],
    ['86400', 'eighty-six thousand four hundred'],
    ['14000.5', 'fourteen thousand and 50/100'],
    ['0.08', 'zero and 08/100'],
    ['-1200', 'minus one thousand two hundred'],
    ['1000000', 'one million'],
    ['2000001', 'two million one'],
    ['574083058.85', 'five hundred seventy-four million eighty-three thousand fifty-eight and 85/100'],
    [
      '9999999999999999.99',
      'nine quadrillion nine hundred ninety-nine trillion nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine and 99/100',
    ],
  ])('reads %s as %s', (amount, words) => {
    expect(toEnglishWords(amount)).toBe(words);
  });

  it.each(['', 'ten', '1.005', '10000000000000000'])('has no words for %j', (amount) => {
    expect(toEnglishWords(amount)).toBeNull();
  });
});
