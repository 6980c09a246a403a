import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { addUser, ctxOf, refusalOf } from '@/test/portal';
import { MOST_PHRASES, phrases, removePhrase, savePhrase } from './phrases';

const save = (ctx: ReturnType<typeof ctxOf>, text: string) => savePhrase(ctx, { commandId: newId(), text });
const textsOf = async (ctx: ReturnType<typeof ctxOf>) => (await phrases(ctx)).map(({ text }) => text);

describe('phrases for comments', () => {
  it('are each person’s own, the newest first, each once', async () => {
    const [one, other] = [ctxOf(await addUser('王敏')), ctxOf(await addUser('陈立'))];
    await save(one, '请补票据');
    await save(one, '同意');
    await save(one, '请补票据');
    await save(other, '同意');
    expect(await textsOf(one)).toEqual(['同意', '请补票据']);
    const [kept] = await phrases(one);
    await removePhrase(other, { commandId: newId(), id: kept?.id ?? '' });
    expect(await textsOf(one)).toEqual(['同意', '请补票据']);
    await removePhrase(one, { commandId: newId(), id: kept?.id ?? '' });
    expect(await textsOf(one)).toEqual(['请补票据']);
    expect(await textsOf(other)).toEqual(['同意']);
  });

  it('are something, and so many at most', async () => {
    const ctx = ctxOf(await addUser('王敏'));
    expect(await refusalOf(save(ctx, ''))).toBe('FIELD_REQUIRED');
    for (let no = 1; no <= MOST_PHRASES; no++) await save(ctx, `no ${no}`);
    expect(await refusalOf(save(ctx, 'one more'))).toBe('FIELD_LIMIT');
    expect(await refusalOf(save(ctx, 'no 1'))).toBeNull();
    expect(await textsOf(ctx)).toHaveLength(MOST_PHRASES);
  });
});
