import { describe, expect, it } from 'vitest';
import { coveredByKeyboard } from './keyboard-room';

describe('what a software keyboard covers', () => {
  it('is what is missing at the bottom of the window', () => {
    expect(coveredByKeyboard(844, { height: 508, offsetTop: 0, scale: 1 })).toBe(336);
    expect(coveredByKeyboard(844, { height: 508, offsetTop: 120, scale: 1 })).toBe(216);
  });

  it('is nothing while a browser bar comes and goes, and while the reader has zoomed in', () => {
    expect(coveredByKeyboard(844, { height: 788, offsetTop: 0, scale: 1 })).toBe(0);
    expect(coveredByKeyboard(844, { height: 422, offsetTop: 0, scale: 2 })).toBe(0);
  });

  it('is nothing where the browser has made room itself', () => {
    expect(coveredByKeyboard(508, { height: 508, offsetTop: 0, scale: 1 })).toBe(0);
  });
});
