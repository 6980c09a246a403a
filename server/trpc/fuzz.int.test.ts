import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { errorStatus } from '@/lib/errors';
import { newId } from '@/lib/id';
import { inputOf, mutationOf } from '@/test/fuzz/arbitrary-input';
import { hostile, rawJson } from '@/test/fuzz/hostile';
import { knownIn } from '@/test/fuzz/known';
import { changedTables, stored } from '@/test/stored';
import { requestsOf, type WorkingCompany, workingCompany } from '@/test/working-company';
import { headersOf, makeUser, type TestUser } from '../auth/testing';
import { query } from '../db/client';
import { log } from '../log';
import { handleRequest } from './handle-request';
import { appRouter } from './root';

const RUNS = Number(process.env.FUZZ_RUNS ?? 4);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
const BASE = 'http://127.0.0.1:3000/api/trpc';

type Inspected = { _def: { type: 'query' | 'mutation'; inputs: readonly z.ZodType[] } };

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Inspected>)
  .map(([path, { _def }]) => ({ path, type: _def.type, input: _def.inputs[0] }))
  .filter(({ path }) => path.includes(process.env.FUZZ_ONLY ?? ''))
  // Last what can take the ground from under the requests: the organisation and the processes.
  .toSorted((a, b) => Number(/^(org|process)\./.test(a.path)) - Number(/^(org|process)\./.test(b.path)));

let company: WorkingCompany;
let people: TestUser[];
const powers = ['systemAdmin', 'orgAdmin', 'designer', 'monitor', 'auditor', 'operator'];
const sessions = new Map<string, string>();
const cookies = new Map<string, string>();
const bugs = vi.spyOn(log, 'error');

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  company = await workingCompany();
  const all = await makeUser('everything', ...powers);
  // Who may do everything, the applicant of the requests, and the approver whose items wait.
  people = [all, { id: company.of.applicant.id, login: 'applicant' }, { id: company.of.boss.id, login: 'boss' }];
});

beforeEach(() => {
  bugs.mockClear();
  // Nobody is slowed down here.
  delete (globalThis as { vermilionCalls?: unknown }).vermilionCalls;
});

describe(`whatever is sent (FUZZ_SEED=${SEED})`, () => {
  it.each(procedures)(
    '$path answers with what it was asked for or with a refusal that has a code, and stores nothing with a refusal',
    async ({ path, type, input }) => {
      // What the procedures before have ended is there anew.
      if (/^(instance|task)\./.test(path) && type === 'mutation') company.requests = await requestsOf(company.of);
      const known = await knownIn(company);
      const good = input ? inputOf(input, known(path)) : fc.constant(undefined);
      const any = fc.oneof(
        { weight: 5, arbitrary: good },
        { weight: 4, arbitrary: good.chain(mutationOf) },
        { weight: 1, arbitrary: hostile },
      );
      await fc.assert(
        fc.asyncProperty(any, callers(path), async (sent, who) => {
          const user = people[who]!;
          await makeWhole(user);
          const before = await stored();
          const answer = await call(user, type, path, sent);
          expect(bugs.mock.calls.map(([about]) => about)).toEqual([]);
          if (answer.code === null) return;
          expect(answer.status, answer.text).toBe(errorStatus[answer.code as keyof typeof errorStatus]);
          expect(answer.code).not.toBe('INTERNAL');
          expect(answer.text).not.toMatch(/\bat \/|\bat async |node_modules|portal\.|\.ts:\d/);
          expect(changedTables(before, await stored()), `${path} ${answer.code}`).toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
      // The server still answers what it is asked well.
      await makeWhole(people[0]!);
      expect((await call(people[0]!, 'query', 'account.me', undefined)).status).toBe(200);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});

// helpers //////////////////////

/** Mostly whoever may call it and has something there to call it for: everybody else is refused at the door. */
function callers(path: string): fc.Arbitrary<number> {
  const usual = path.startsWith('task.')
    ? 2
    : /^instance\.(start|preview|withdraw|urge|resubmit|draft|remind)|^document/.test(path)
      ? 1
      : 0;
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.nat(people.length - 1) });
}

type Answer = { status: number; code: string | null; text: string };

async function call(user: TestUser, type: 'query' | 'mutation', path: string, sent: unknown): Promise<Answer> {
  const json = rawJson(sent);
  const headers = { cookie: cookies.get(user.id) ?? '', origin: 'http://127.0.0.1:3000' };
  const request =
    type === 'query' && json.length < 10_000
      ? new Request(`${BASE}/${path}${sent === undefined ? '' : `?input=${encodeURIComponent(json)}`}`, { headers })
      : new Request(`${BASE}/${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: json });
  const response = await handleRequest(request);
  const text = await response.text();
  const body = JSON.parse(text) as { error?: { data: { code: string } } };
  return { status: response.status, code: body.error ? body.error.data.code : null, text };
}

/** What people did to each other in the run before is undone, so that each procedure is met by people who may call it. */
async function makeWhole(user: TestUser): Promise<void> {
  const { rows } = await query<{ alive: boolean }>({
    text: `select exists (select from portal.session s join portal."user" u on u.id = s.user_id where s.id = $2 and u.id = $1 and s.revoked_at is null
             and u.disabled_at is null and not u.must_change_password
             and (select count(*) from portal.user_grant g where g.user_id = u.id) = $3) as alive`,
    values: [user.id, sessions.get(user.id) ?? null, user === people[0] ? powers.length : 0],
  });
  if (rows[0]?.alive) return;
  const id = newId();
  await query({ text: `update portal."user" set disabled_at = null, must_change_password = false where id = $1`, values: [user.id] });
  await query({ text: `delete from portal.user_grant where user_id = $1`, values: [user.id] });
  await query({
    text: `insert into portal.user_grant (user_id, "grant") select $1, unnest($2::text[])`,
    values: [user.id, user === people[0] ? powers : []],
  });
  await query({
    text: `insert into portal.session (id, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    values: [id, user.id],
  });
  sessions.set(user.id, id);
  cookies.set(user.id, (await headersOf(user, id)).get('cookie') ?? '');
}
