import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { plainStart } from '@/test/plain-start';
import { addUser, ctxOf, publish } from '@/test/portal';
import { execute } from './execute';
import { type JournalEntry, readJournal } from './read-journal';
import { findChainBreak } from './verify-journal';

let journal: JournalEntry[];

beforeAll(async () => {
  const [applicant, other] = [await addUser('applicant'), await addUser('other')];
  const flow = await publish(model().start('s', 'a').task('a', 'e', forUsers(other.id)).end('e'));
  const id = newId();
  const start = plainStart(flow, applicant.id, id);
  await execute(ctxOf(applicant), { command: start, commandId: id });
  for (const reason of ['one', 'two'])
    for (const type of ['suspend', 'resume'] as const)
      await execute(ctxOf(other), { rootInstanceId: id, command: { type, reason }, commandId: newId() });
  journal = await readJournal(query, id);
});

describe('the chain of a journal', () => {
  it('holds as it was written', () => {
    expect(journal).toHaveLength(5);
    expect(findChainBreak(journal)).toBeNull();
  });

  it.each<[string, (entries: JournalEntry[]) => JournalEntry[], object]>([
    [
      'a changed reason',
      (entries) => entries.map((entry) => (entry.seq === 3 ? { ...entry, reason: 'other' } : entry)),
      { seq: 3, kind: 'changed' },
    ],
    [
      'another actor',
      (entries) => entries.map((entry) => (entry.seq === 2 ? { ...entry, actorName: 'x' } : entry)),
      { seq: 2, kind: 'changed' },
    ],
    [
      'a changed event',
      (entries) => entries.map((entry) => (entry.seq === 4 ? { ...entry, body: tampered(entry.body) } : entry)),
      { seq: 4, kind: 'changed' },
    ],
    ['a missing row', (entries) => entries.filter((entry) => entry.seq !== 3), { seq: 3, kind: 'gap' }],
    ['a row put in between', ([first, ...rest]) => [first!, { ...first!, seq: 2 }, ...rest], { seq: 2, kind: 'changed' }],
  ])('shows %s', (_what, tamper, found) => {
    expect(findChainBreak(tamper(journal))).toEqual(found);
  });
});

/** Another reason, as long as the one that was given. */
function tampered(body: Buffer): Buffer {
  return Buffer.from(body.toString('latin1').replace('two', 'ten'), 'latin1');
}
