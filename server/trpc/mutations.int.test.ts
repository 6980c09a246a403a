import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newId } from '@/lib/id';
import type { Deed } from '@/test/deeds/deed';
import { designDeeds } from '@/test/deeds/design';
import { orgDeeds } from '@/test/deeds/org';
import { ownDeeds } from '@/test/deeds/own';
import { requestDeeds } from '@/test/deeds/requests';
import { ctxOf, refusalOf } from '@/test/portal';
import { changedTables, stored, transactionsSince } from '@/test/stored';
import { type WorkingCompany, workingCompany } from '@/test/working-company';
import { permissions } from '../auth/permissions';
import type { Ctx } from '../context';
import { query } from '../db/client';
import { systemContext } from '../system-context';
import { appRouter } from './root';

/** Every mutation of the API, called without the procedure around it: what is promised here, the verb keeps whoever calls it. */
const deeds: Readonly<Record<string, Deed>> = { ...orgDeeds, ...designDeeds, ...requestDeeds, ...ownDeeds };

type Verb = (call: { ctx: Ctx; input: unknown }) => Promise<unknown>;
type Inspected = { _def: { type: string; inputs: readonly z.ZodType[]; resolver: Verb } };

const mutations = Object.entries(appRouter._def.procedures as unknown as Record<string, Inspected>).filter(
  ([, { _def }]) => _def.type === 'mutation',
);

let company: WorkingCompany;
beforeAll(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  company = await workingCompany();
});

it('every mutation is in the table of deeds, and nothing else', () => {
  expect(Object.keys(deeds).toSorted()).toEqual(mutations.map(([path]) => path).toSorted());
});

describe.each(mutations.filter(([path]) => deeds[path]))('%s', (path, procedure) => {
  const deed = deedOf(path);

  it('is refused to whoever has no right to it, and stores nothing then', async () => {
    const input = await made(deed, procedure);
    const before = await stored();
    const nobody = deed.refused === 'self' ? systemContext('test') : ctxOf(company.of.stranger, []);
    const code = deed.refused === 'self' ? 'UNAUTHENTICATED' : (deed.refused ?? 'FORBIDDEN');
    expect(await refusalOf(act(procedure, nobody, input))).toBe(code);
    expect(changedTables(before, await stored())).toEqual([]);
  });

  it('is done once and on record, in one transaction, and a repeat gets the same answer', async () => {
    // given
    const ctx = doer(deed);
    const input = await made(deed, procedure);
    const before = await stored();
    // when
    const answer = await act(procedure, ctx, input);
    // then
    const after = await stored();
    await expectTrace(deed, ctx, changedTables(before, after));
    expect(transactionsSince(before, after).length <= 1).toBe(deed.several === undefined);
    // when
    const again = await act(procedure, ctx, input);
    // then
    expect(deed.answersAnew === undefined ? again : answer).toEqual(answer);
    expect(changedTables(after, await stored())).toEqual([]);
  });
});

describe('under the id of another command', () => {
  it.each(mutations.filter(([path]) => deeds[path]?.other))('%s is refused, and stores nothing then', async (path, procedure) => {
    // given
    const deed = deedOf(path);
    const ctx = doer(deed);
    const input = await made(deed, procedure);
    await act(procedure, ctx, input);
    const other = typeof deed.other === 'function' ? await deed.other() : deed.other;
    const before = await stored();
    // then
    const code = path === 'instance.draftSave' ? 'CONFLICT_STALE' : 'IDEMPOTENCY_MISMATCH';
    expect(await refusalOf(act(procedure, ctx, { ...input, ...other }))).toBe(code);
    expect(changedTables(before, await stored())).toEqual([]);
  });
});

// helpers //////////////////////

function deedOf(path: string): Deed {
  const deed = deeds[path];
  if (!deed) throw new Error(`${path} is new: say in test/deeds how it is done`);
  return deed;
}

async function made(deed: Deed, { _def }: Inspected): Promise<object> {
  const takesId = 'commandId' in ((_def.inputs[0] as unknown as { shape?: object }).shape ?? {});
  return { ...(await deed.input(company)), ...(takesId && { commandId: newId() }) };
}

async function act({ _def }: Inspected, ctx: Ctx, input: object): Promise<unknown> {
  return _def.resolver({ ctx, input: _def.inputs[0]?.parse(input) });
}

function doer(deed: Deed): Ctx {
  return deed.by?.(company) ?? ctxOf(company.admin, permissions);
}

/** The journal and the comments name their author by themselves; an entry of the audit log has the request too. */
async function expectTrace({ trace = 'audit_log' }: Deed, ctx: Ctx, changed: readonly string[]): Promise<void> {
  if (typeof trace === 'object') return;
  expect(changed).toContain(`portal.${trace}`);
  if (trace !== 'audit_log') return;
  const { rows } = await query<{ actor_id: string }>({
    text: 'select actor_id from portal.audit_log where request_id = $1',
    values: [ctx.requestId],
  });
  const own = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  expect(new Set(rows.map((row) => row.actor_id))).toEqual(new Set([own]));
}
