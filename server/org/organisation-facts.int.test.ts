import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { factKey, type FactQuery } from '@/server/engine/core/facts';
import { ask, id, ids, NOW } from '@/test/org-facts';
import { resolveFacts } from './facts';
import { OrganisationFacts } from './organisation-facts';

const PROCESS = newId();
const DAY = 24 * 3_600_000;
const after = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();
const run = (text: string, ...values: unknown[]) => query({ text, values });

async function revision(): Promise<string> {
  const { rows } = await query<{ revision: string }>({ text: 'select revision from portal.organisation_revision' });
  return rows[0]?.revision ?? '';
}

/** One step's look at these questions; `asked` are those that had to be asked. */
async function look(questions: readonly FactQuery[], now: string): Promise<{ facts: OrganisationFacts; asked: number }> {
  const facts = new OrganisationFacts(await revision(), now);
  const missing = questions.filter((question) => !facts.get(question));
  if (missing.length > 0) await facts.ask(missing);
  return { facts, asked: missing.length };
}

describe('what a step knows of the organisation', () => {
  it('was asked once for all steps, until something in the organisation changes', async () => {
    const question = () => ask({ kind: 'manager', levels: 1 }, { applicant: 'li', processId: PROCESS });
    expect((await look([question()], NOW)).asked).toBe(1);
    const again = await look([question()], after(60_000));
    expect(again.asked).toBe(0);
    expect([...again.facts.names.values()].map(({ name }) => name)).toEqual(['wang']);
    await run(`update portal."user" set name = 'wang renamed' where id = $1`, id('users', 'wang'));
    const changed = await look([question()], after(60_000));
    expect(changed.asked).toBe(1);
    expect([...changed.facts.names.values()].map(({ name }) => name)).toEqual(['wang renamed']);
  });

  it('is the same for two applicants when the rule does not look at the applicant', async () => {
    const rule = { kind: 'users', userIds: ids('users', 'gu') } as const;
    await look([ask(rule, { applicant: 'li' })], NOW);
    expect((await look([ask(rule, { applicant: 'ma' })], NOW)).asked).toBe(0);
    expect((await look([ask({ kind: 'applicant' }, { applicant: 'ma' })], NOW)).asked).toBe(1);
  });

  it('ends by itself when the time of a proxy or of a work group comes or goes', async () => {
    const proxied = ask({ kind: 'users', userIds: ids('users', 'shen') }, { processId: PROCESS });
    const [from, until] = [after(3_600_000), after(7_200_000)];
    await run(
      `insert into portal.delegation (id, user_id, proxy_id, starts_at, ends_at) values ($1, $2, $3, $4, $5)`,
      newId(),
      id('users', 'shen'),
      id('users', 'zhou'),
      from,
      until,
    );
    const proxyAt = async (now: string) => {
      const answer = (await look([proxied], now)).facts.get(proxied);
      return Object.values(answer?.proxyOf ?? {}).map(({ name }) => name);
    };
    expect(await proxyAt(NOW)).toEqual([]);
    expect(await proxyAt(after(3_600_000 - 1))).toEqual([]);
    expect(await proxyAt(from)).toEqual(['zhou']);
    expect(await proxyAt(after(7_200_000 - 1))).toEqual(['zhou']);
    expect(await proxyAt(until)).toEqual([]);
    const group = ask({ kind: 'workGroup', workGroupIds: ids('workGroups', '小组') });
    const inGroup = async (now: string) => {
      const answer = (await look([group], now)).facts.get(group);
      return answer?.kind === 'assignees' ? answer.people.length : -1;
    };
    expect(await inGroup(NOW)).toBe(2);
    expect(await inGroup(after(DAY))).toBe(0);
  });

  it('is never read from a transaction that is not committed', async () => {
    const question = ask({ kind: 'users', userIds: ids('users', 'cai') });
    await withTransaction(async (tx) => {
      await tx.query({ text: 'update portal."user" set disabled_at = now() where id = $1', values: [id('users', 'cai')] });
      expect(await look([question], NOW).then(({ facts }) => facts.get(question))).toMatchObject({ people: [{ name: 'cai' }] });
    });
    expect(await look([question], NOW).then(({ facts }) => facts.get(question))).toMatchObject({ people: [] });
    await run('update portal."user" set disabled_at = null where id = $1', id('users', 'cai'));
  });

  it('stays with a new password, language or sign-in', async () => {
    const before = await revision();
    await run(`update portal."user" set password_hash = 'x', locale = 'en', rev = rev + 1 where id = $1`, id('users', 'cai'));
    expect(await revision()).toBe(before);
  });

  it('is what the organisation says now, whatever was changed and asked before (random changes and moments)', async () => {
    let hits = 0;
    const moments = [0, 3_600_000, DAY, 2 * DAY, -DAY].map(after);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            change: fc.nat(CHANGES.length - 1),
            who: fc.nat(LOGINS.length - 1),
            other: fc.nat(LOGINS.length - 1),
            at: fc.nat(4),
          }),
          {
            maxLength: 12,
          },
        ),
        async (steps) => {
          for (const { change, who, other, at } of steps) {
            await CHANGES[change]?.(id('users', LOGINS[who] ?? ''), id('users', LOGINS[other] ?? ''));
            const now = moments[at] ?? NOW;
            const questions = allQuestions();
            await look(questions.slice(0, 8), now);
            const { facts, asked } = await look(questions, now);
            hits += questions.length - asked;
            expect(await resolveFacts(questions, now)).toEqual(Object.fromEntries(questions.map((one) => [factKey(one), facts.get(one)])));
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(hits).toBeGreaterThan(0);
  }, 60_000);
});

// helpers //////////////////////

const LOGINS = ['gu', 'shen', 'zhou', 'he', 'ma', 'chen', 'wang', 'li', 'qin', 'ling'];

/** Every table that the rules read, written to as another node would. */
const CHANGES: readonly ((who: string, other: string) => Promise<unknown>)[] = [
  () => Promise.resolve(),
  (who) => run('update portal."user" set disabled_at = case when disabled_at is null then now() end where id = $1', who),
  (who) => run(`update portal."user" set name_en = name_en || '.' where id = $1`, who),
  (who) => run('update portal.department set head_id = $1 where id = $2', who, id('departments', '华东')),
  () =>
    run('update portal.department set disabled_at = case when disabled_at is null then now() end where id = $1', id('departments', '会计')),
  () => run(`update portal.position set rank = 7 - rank, name_zh = name_zh || '.' where id = $1`, id('positions', '经理')),
  (who) => run('update portal.post set department_id = $2 where user_id = $1 and is_primary', who, id('departments', '华南')),
  (who) => run('delete from portal.post where user_id = $1 and not is_primary', who),
  (who) => run('insert into portal.role_member (id, role_id, user_id) values ($1, $2, $3)', newId(), id('roles', '审核人'), who),
  (who) => run('delete from portal.role_member where user_id = $1', who),
  () => run('update portal.role set disabled_at = case when disabled_at is null then now() end where id = $1', id('roles', '全体经理')),
  () => run('update portal.work_group set ends_on = ends_on + 1 where id = $1', id('workGroups', '小组')),
  (who) =>
    run(
      'insert into portal.work_group_member (id, work_group_id, user_id) values ($1, $2, $3) on conflict do nothing',
      newId(),
      id('workGroups', '小组'),
      who,
    ),
  (who) => run('delete from portal.work_group_member where user_id = $1', who),
  (who, other) =>
    run(
      'insert into portal.delegation (id, user_id, proxy_id, starts_at, ends_at) values ($1, $2, $3, $4, $5)',
      newId(),
      who,
      other,
      after(-1_000),
      after(DAY + 1_000),
    ),
  (who) => run('update portal.delegation set revoked_at = now() where user_id = $1', who),
];

function allQuestions(): FactQuery[] {
  const of = { processId: PROCESS };
  return [
    ask({ kind: 'manager', levels: 1 }, { applicant: 'li', ...of }),
    ask({ kind: 'managerChain', untilRank: 1 }, { applicant: 'ling', ...of }),
    ask({ kind: 'role', roleIds: ids('roles', '审核人', '全体经理') }, of),
    ask({ kind: 'workGroup', workGroupIds: ids('workGroups', '小组') }, of),
    ask({ kind: 'everyone' }, of),
    ask({ kind: 'position', positionIds: ids('positions', '经理') }),
    ask({ kind: 'department', departmentIds: ids('departments', '销售'), includeSub: true }),
    ask({ kind: 'departmentHead', field: 'f' }, { subjects: ids('departments', '华东') }),
    ask({ kind: 'departmentPosition', departmentIds: ids('departments', '财务'), includeSub: true, positionIds: ids('positions', '专员') }),
    ask({ kind: 'users', userIds: LOGINS.map((login) => id('users', login)) }, of),
    { kind: 'managerOf', userId: id('users', 'he'), departmentId: null, notUserIds: [] },
    { kind: 'proxies', userIds: ids('users', 'gu', 'shen'), processId: PROCESS },
  ];
}
