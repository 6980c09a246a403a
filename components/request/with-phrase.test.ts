import { describe, expect, it } from 'vitest';
import { withPhrase } from './with-phrase';

describe('a phrase taken into a comment', () => {
  it('is the comment, or stands behind what is written', () => {
    expect(withPhrase('', '同意。')).toBe('同意。');
    expect(withPhrase('金额已核。', '同意。')).toBe('金额已核。同意。');
    expect(withPhrase('Checked. ', 'Agreed.')).toBe('Checked. Agreed.');
  });

  it('stands there once', () => {
    expect(withPhrase('金额已核。同意。', '同意。')).toBe('金额已核。同意。');
  });
});
