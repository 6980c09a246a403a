import { describe, expect, it } from 'vitest';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { pool, query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { factKey, type FactAnswer, type FactQuery } from '@/server/engine/core/facts';
import { answer, ask, id, ids, NOW, who } from '@/test/org-facts';
import { resolveFacts } from './facts';

const P1 = '01900000-0000-7000-8000-000000000001';
const P2 = '01900000-0000-7000-8000-000000000002';

describe('managers', () => {
  const manager = (levels: number): AssignmentRule => ({ kind: 'manager', levels });

  it('are the heads upwards from the department of the request', async () => {
    expect(await who(manager(1), { department: '华东' })).toEqual(['wang']);
    expect(await who(manager(2), { department: '华东' })).toEqual(['chen']);
    expect(await who(manager(3), { department: '华东' })).toEqual(['gu']);
    expect(await who(manager(4), { department: '华东' })).toEqual([]);
  });

  it('start from the primary post when the request names no department', async () => {
    expect(await who(manager(1))).toEqual(['wang']);
    expect(await who(manager(1), { applicant: 'he' })).toEqual(['zhou']);
    expect(await who(manager(1), { applicant: 'he', department: '出纳' })).toEqual(['shen']);
  });

  it('a head goes to the next one up, never to him- or herself', async () => {
    expect(await who(manager(1), { applicant: 'wang', department: '华东' })).toEqual(['chen']);
    expect(await who(manager(1), { applicant: 'gu', department: '公司' })).toEqual([]);
  });

  it('nobody is approved by a subordinate in a second post', async () => {
    expect(await who(manager(1), { applicant: 'chen', department: '华东' })).toEqual(['gu']);
  });

  it('a department without a head, with a disabled one, or itself disabled falls to the next level', async () => {
    expect(await who(manager(1), { applicant: 'cai', department: '出纳' })).toEqual(['shen']);
    expect(await who(manager(1), { applicant: 'ling', department: '离人' })).toEqual(['chen']);
    expect(await who(manager(1), { applicant: 'li', department: '关停' })).toEqual(['chen']);
  });

  it('are shown with the department they head', async () => {
    const found = await answer(ask(manager(1), { department: '华东' }));
    expect(found.kind === 'assignees' && found.people[0]?.via).toBe('华东 经理');
  });

  it('the chain begins with the direct manager and ends at the number of levels', async () => {
    const chain: AssignmentRule = { kind: 'managerChain', levels: 'n' };
    expect(await who(chain, { department: '华东', levels: 2 })).toEqual(['wang', 'chen']);
    expect(await who(chain, { department: '华东', levels: 9 })).toEqual(['wang', 'chen', 'gu']);
    expect(await who(chain, { department: '华东', levels: 0 })).toEqual([]);
    expect(await who(chain, { department: '华东', levels: -1 })).toEqual([]);
  });

  it('the chain ends with the first head who ranks high enough', async () => {
    expect(await who({ kind: 'managerChain', untilRank: 3 }, { department: '华东' })).toEqual(['wang', 'chen']);
    expect(await who({ kind: 'managerChain', untilRank: 4 }, { department: '华东' })).toEqual(['wang']);
    expect(await who({ kind: 'managerChain', untilRank: 1 }, { applicant: 'wang', department: '华东' })).toEqual(['chen', 'gu']);
    expect(await who({ kind: 'managerChain', untilRank: 1, levels: 'n' }, { department: '华东', levels: 1 })).toEqual(['wang']);
  });

  it('the chain skips departments without a head', async () => {
    expect(await who({ kind: 'managerChain', untilRank: 1 }, { applicant: 'cai', department: '出纳' })).toEqual(['shen', 'gu']);
  });

  it('a person who heads two levels is one level', async () => {
    await withHead('华南', 'chen', async () => {
      expect(await who({ kind: 'managerChain', levels: 'n' }, { applicant: 'li', department: '华南', levels: 2 })).toEqual(['chen', 'gu']);
      expect(await who(manager(2), { applicant: 'li', department: '华南' })).toEqual(['gu']);
    });
  });

  it('the heads of chosen departments come in their order, from further up where there is none', async () => {
    const rule: AssignmentRule = { kind: 'departmentHead', field: 'f' };
    expect(await who(rule, { subjects: ids('departments', '华南', '出纳', '财务', '会计') })).toEqual(['qin', 'shen', 'zhou']);
    expect(await who(rule, { applicant: 'wang', subjects: ids('departments', '华东') })).toEqual(['wang']);
  });

  it('managerOf finds the first head who is not excluded', async () => {
    const of = (userId: string, department: string | null, not: string[] = []): FactQuery => ({
      kind: 'managerOf',
      userId: id('users', userId),
      notUserIds: ids('users', ...not),
      departmentId: department === null ? null : id('departments', department),
    });
    const name = async (asked: FactQuery) => {
      const found = await answer(asked);
      return found.kind === 'managerOf' ? (found.person?.name ?? null) : undefined;
    };
    expect(await name(of('li', '华东'))).toBe('wang');
    expect(await name(of('li', null, ['wang']))).toBe('chen');
    expect(await name(of('li', '华东', ['wang', 'chen', 'gu']))).toBe(null);
    expect(await name(of('cai', '出纳'))).toBe('shen');
  });
});

describe('proxies', () => {
  const DAY = 86_400_000;
  const at = (days: number) => new Date(Date.parse(NOW) + days * DAY).toISOString();
  const between = (user: string, proxy: string, more: object = {}) =>
    withTransaction((tx) =>
      tx.query({
        text: `insert into portal.delegation (id, user_id, proxy_id, starts_at, ends_at, process_ids, amount_limit, revoked_at)
               values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
        values: Object.values(
          Object.assign(
            { u: id('users', user), p: id('users', proxy), from: at(-1), to: at(1), processes: [], amount: null, revoked: null },
            more,
          ),
        ),
      }),
    );
  const proxies = async (users: string[], processId = P1, now = NOW) => {
    const found = await answer({ kind: 'proxies', userIds: ids('users', ...users), processId }, now);
    if (found.kind !== 'proxies') throw new Error(found.kind);
    return Object.fromEntries(
      users.flatMap((login) => (found.proxyOf[id('users', login)] ? [[login, found.proxyOf[id('users', login)]?.name]] : [])),
    );
  };
  const fresh = (run: () => Promise<void>) => async () => {
    await query({ text: 'delete from portal.delegation' });
    await run();
  };

  it(
    'act from the first instant of the delegation to the last, and not when it is revoked',
    fresh(async () => {
      await between('qin', 'wang');
      expect(await proxies(['qin', 'li'])).toEqual({ qin: 'wang' });
      expect(await proxies(['qin'], P1, at(-1))).toEqual({ qin: 'wang' });
      expect(await proxies(['qin'], P1, at(-1.01))).toEqual({});
      expect(await proxies(['qin'], P1, at(1))).toEqual({});
      await query({ text: 'update portal.delegation set revoked_at = now()' });
      expect(await proxies(['qin'])).toEqual({});
    }),
  );

  it(
    'act for the processes that the delegation names, before one for all',
    fresh(async () => {
      await between('qin', 'wang', { processes: [P1] });
      expect(await proxies(['qin'], P2)).toEqual({});
      await between('qin', 'ma');
      expect(await proxies(['qin'], P1)).toEqual({ qin: 'wang' });
      expect(await proxies(['qin'], P2)).toEqual({ qin: 'ma' });
    }),
  );

  it(
    'are never disabled, never the person, and never more than one step away',
    fresh(async () => {
      await between('qin', 'gone');
      await between('ma', 'ma');
      expect(await proxies(['qin', 'ma'])).toEqual({});
      await between('qin', 'wang');
      await between('wang', 'chen');
      await between('chen', 'qin');
      expect(await proxies(['qin', 'wang', 'chen'])).toEqual({ qin: 'wang', wang: 'chen', chen: 'qin' });
    }),
  );

  it(
    'with an amount limit do not act, because the amount is not asked',
    fresh(async () => {
      await between('qin', 'wang', { amount: '20000' });
      expect(await proxies(['qin'])).toEqual({});
    }),
  );

  it(
    'come with the people when the process is told',
    fresh(async () => {
      await between('wang', 'ma');
      const asked = ask({ kind: 'manager', levels: 1 }, { department: '华东', processId: P1 });
      const found = await answer(asked);
      expect(found).toEqual({
        kind: 'assignees',
        people: [{ userId: id('users', 'wang'), name: 'wang', via: '华东 经理' }],
        proxyOf: { [id('users', 'wang')]: { userId: id('users', 'ma'), name: 'ma', via: '会计 专员' } },
      });
      expect(await answer(ask({ kind: 'manager', levels: 1 }, { department: '华东' }))).not.toHaveProperty('proxyOf');
    }),
  );
});

describe('one round trip', () => {
  it('answers every kind of question at once, each under its own key', async () => {
    // given: one question of every kind
    const questions: FactQuery[] = [
      ask({ kind: 'users', userIds: ids('users', 'ma') }),
      ask({ kind: 'everyone' }),
      ask({ kind: 'position', positionIds: ids('positions', '经理') }),
      ask({ kind: 'role', roleIds: ids('roles', '审核人') }),
      ask({ kind: 'workGroup', workGroupIds: ids('workGroups', '小组') }),
      ask({ kind: 'managerChain', untilRank: 1 }, { department: '华东' }),
      ask({ kind: 'departmentHead', field: 'f' }, { subjects: ids('departments', '出纳') }),
      { kind: 'managerOf', userId: id('users', 'li'), departmentId: null, notUserIds: [] },
      { kind: 'proxies', userIds: ids('users', 'qin'), processId: P1 },
    ];
    let statements = 0;
    const count = (client: { query: unknown }) => {
      const original = client.query as (...args: unknown[]) => unknown;
      client.query = (...args: unknown[]) => (statements++, original.apply(client, args));
      restore.push(() => (client.query = original));
    };
    const restore: (() => void)[] = [];
    pool().on('acquire', count);
    // when
    const facts = await resolveFacts(questions, NOW);
    pool().off('acquire', count);
    for (const undo of restore) undo();
    // then
    expect(statements).toBe(1);
    expect(Object.keys(facts).toSorted()).toEqual(questions.map(factKey).toSorted());
    const names = questions
      .slice(0, 7)
      .map((asked) => (facts[factKey(asked)] as Extract<FactAnswer, { kind: 'assignees' }>).people.map((one) => one.name));
    expect(names).toEqual([
      ['ma'],
      expect.arrayContaining(['gu']),
      ['qin', 'wang'],
      ['wang', 'he', 'zhou'],
      ['wang', 'ma'],
      ['wang', 'chen', 'gu'],
      ['shen'],
    ]);
  });

  it('is not made for no question', async () => {
    expect(await resolveFacts([], NOW)).toEqual({});
  });
});

async function withHead(department: string, head: string, run: () => Promise<void>): Promise<void> {
  const set = (login: string) =>
    query({ text: 'update portal.department set head_id = $2 where id = $1', values: [id('departments', department), id('users', login)] });
  const { rows } = await query<{ login: string }>({
    text: 'select u.login from portal.department d join portal."user" u on u.id = d.head_id where d.id = $1',
    values: [id('departments', department)],
  });
  await set(head);
  try {
    await run();
  } finally {
    await set(rows[0]?.login ?? '');
  }
}
