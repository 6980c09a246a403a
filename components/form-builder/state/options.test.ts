import { describe, expect, it } from 'vitest';
import { optionSchema } from '@/forms/schema/schema';
import { newOption, pasteOptions, removeOption } from './options';

const options = ['甲', '乙'].map((zh, index) => ({ id: `o${index + 1}`, label: { zh, en: '' } }));

describe('choices of a field', () => {
  it('never get the id of one that is there, or may have been', () => {
    const made = newOption(options);
    expect(optionSchema.safeParse(made).success).toBe(true);
    expect(['o1', 'o2', 'o3']).not.toContain(made.id);
  });

  it('go when nobody can have chosen them, and retire when somebody may have', () => {
    expect(removeOption(options, 'o1', new Set())).toEqual([options[1]]);
    expect(removeOption(options, 'o1', new Set(['o1']))).toEqual([{ ...options[0], retired: true }, options[1]]);
  });

  it('are pasted line by line, with English behind a tab', () => {
    const pasted = pasteOptions(options, { index: 0, locale: 'zh', text: '飞机\tPlane\r\n火车\n\n汽车\n' });
    expect(pasted?.map(({ label }) => label)).toEqual([
      { zh: '飞机', en: 'Plane' },
      { zh: '火车', en: '' },
      { zh: '汽车', en: '' },
      { zh: '乙', en: '' },
    ]);
    expect(pasted?.[0]?.id).toBe('o1');
    expect(pasteOptions(options, { index: 0, locale: 'zh', text: '一行' })).toBeNull();
  });
});
