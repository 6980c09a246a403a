import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { type DraftContent, type DraftSave, DraftSaver } from './draft-saver';

const refused = TRPCClientError.from({ error: { code: -32000, message: 'no', data: { code: 'FIELD_LIMIT' } } });
const lost = TRPCClientError.from(new TypeError('Failed to fetch'));

const content = (reason: string, more: Partial<DraftContent> = {}): DraftContent => ({
  values: { reason },
  chosen: {},
  documents: [],
  departmentId: null,
  ...more,
});

/** A store that keeps revisions as the server does, and answers as each try is told to. */
function draft(...outcomes: ('ok' | Error)[]) {
  const sent: DraftSave[] = [];
  const saver = new DraftSaver(
    (save) => {
      sent.push(save);
      const outcome = outcomes.shift() ?? 'ok';
      return outcome === 'ok' ? Promise.resolve({ id: save.draftId ?? save.commandId, rev: save.rev + 1 }) : Promise.reject(outcome);
    },
    { id: null, rev: 0, content: content('') },
  );
  return { sent, saver, save: (what: DraftContent) => saver.save(what).catch(() => undefined) };
}

describe('saving a draft', () => {
  it('sends only what has changed, each on the revision before', async () => {
    const { sent, saver, save } = draft();
    await save(content(''));
    expect([sent.length, saver.draft]).toEqual([0, null]);
    await save(content('a'));
    await save(content('a'));
    await save(content('a', { documents: [{ documentId: '1', documentTypeId: 'note' }] }));
    await save(content('a', { departmentId: 'd' }));
    expect(sent.map(({ rev, draftId }) => [rev, draftId])).toEqual([
      [0, undefined],
      [1, sent[0]?.commandId],
      [2, sent[0]?.commandId],
    ]);
    expect(saver.isSaved(content('a', { departmentId: 'd' }))).toBe(true);
  });

  it('repeats what was not answered as it was, and then sends what has changed since', async () => {
    const { sent, saver, save } = draft(lost);
    await save(content('a'));
    expect([saver.isSaved(content('a')), saver.draft]).toEqual([false, { id: sent[0]?.commandId, isSaved: false }]);
    await save(content('b'));
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).toMatchObject({ draftId: sent[0]?.commandId, rev: 1, values: { reason: 'b' } });
    expect([saver.isSaved(content('b')), saver.draft]).toEqual([true, { id: sent[0]?.commandId, isSaved: true }]);
  });

  it('does not repeat what was refused', async () => {
    const { sent, save } = draft(refused);
    await save(content('a'));
    await save(content('b'));
    expect(sent.map(({ values, rev }) => [values.reason, rev])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
  });

  it('begins another draft once the one is gone', async () => {
    const { sent, saver, save } = draft();
    await save(content('a'));
    expect(saver.isGone).toBe(false);
    saver.forget();
    expect([saver.isGone, saver.draft]).toEqual([true, null]);
    await save(content('b'));
    expect(sent[1]).not.toHaveProperty('draftId');
    expect(sent[1]?.rev).toBe(0);
  });
});
