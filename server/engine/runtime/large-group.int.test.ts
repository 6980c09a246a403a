import { beforeAll, describe, expect, it } from 'vitest';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, ctxOf, publish, refusalOf, type TestUser } from '@/test/portal';
import { execute } from './execute';
import { forgetKeptStates } from './kept-states';
import { readJournal } from './read-journal';
import { findChainBreak } from './verify-journal';

const MANY = 1_000;
let applicant: TestUser;
let members: string[];

beforeAll(async () => {
  applicant = await addUser('applicant');
  members = Array.from({ length: MANY }, newId);
  await query({
    text: `insert into portal."user" (id, login, name) select id, 'member' || n, 'Member ' || n from unnest($1::uuid[]) with ordinality m(id, n)`,
    values: [members],
  });
});

describe(`a group of ${MANY.toLocaleString('en')}`, () => {
  it('is asked whole, ends with the first of them, and leaves nobody with it', async () => {
    const id = await asked({ completion: { rule: 'any' } });
    expect(await countRows('work_item', 'root_instance_id = $1 and open', [id])).toBe(MANY);
    expect(await decided(id, members[500]!, 'approve')).toBeNull();
    expect(await countRows('work_item', 'root_instance_id = $1 and open', [id])).toBe(0);
    expect(await countRows('process_instance', `id = $1 and outcome = 'approved'`, [id])).toBe(1);
    expect(findChainBreak(await readJournal(query, id))).toBeNull();
  });

  it('votes: one voice short of the share it waits, with that voice it ends', async () => {
    const id = await asked({ completion: { rule: 'vote', percent: 2, compare: 'atLeast' } });
    for (let n = 0; n < 19; n++) {
      // Each from another node.
      forgetKeptStates();
      expect(await decided(id, members[n]!, 'approve')).toBeNull();
    }
    expect(await countRows('process_instance', `id = $1 and ended_at is null`, [id])).toBe(1);
    expect(await decided(id, members[19]!, 'approve')).toBeNull();
    expect(await countRows('process_instance', `id = $1 and outcome = 'approved'`, [id])).toBe(1);
  });
});

// helpers //////////////////////

async function asked(settings: Partial<UserTaskSettings>): Promise<string> {
  const flow = await publish(
    model()
      .start('s', 'ask')
      .task('ask', 'e', { ...forUsers(...members), ...settings })
      .end('e'),
  );
  const id = newId();
  await execute(ctxOf(applicant), {
    command: plainStart(flow, applicant.id, id),
    commandId: id,
  });
  return id;
}

async function decided(id: string, userId: string, decision: 'approve'): Promise<string | null> {
  const { rows } = await query<{ id: string }>({
    text: 'select id from portal.work_item where root_instance_id = $1 and user_id = $2 and open',
    values: [id, userId],
  });
  const command = { type: 'decide', workItemId: rows[0]!.id, decision, comment: '', values: {}, chosen: {} } as const;
  return refusalOf(execute(ctxOf({ id: userId, name: userId }), { rootInstanceId: id, command, commandId: newId() }));
}
