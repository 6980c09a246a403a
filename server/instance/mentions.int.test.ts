import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { dispatchOutbox } from '@/server/notify/dispatch';
import { listNotices } from '@/server/notify/list-notices';
import { countRows, ctxOf, refusalOf, type TestUser } from '@/test/portal';
import { approved, submitted } from '@/test/request';
import { trip } from '@/test/trip';
import { byId } from './by-id';
import { comment } from './comment';
import { participants } from './participants';

const kinds = async (who: TestUser, instanceId: string) => {
  await dispatchOutbox(100);
  const { items } = await listNotices(ctxOf(who), { limit: 30, unread: false });
  return items
    .filter((item) => item.rootInstanceId === instanceId && ['commented', 'mentioned'].includes(item.kind))
    .map(({ kind }) => kind);
};

async function afterTheManager() {
  const of = await trip();
  const id = await submitted(of);
  await approved(of.boss, id, 'manager');
  const say = (mentions: string[], more: { commandId?: string; text?: string } = {}) =>
    comment(ctxOf(of.applicant), { commandId: newId(), instanceId: id, text: '@王敏 请看', mentions, ...more });
  return { of, id, say };
}

describe('a comment that names somebody', () => {
  it('tells whoever it names, also one who has decided already, and the others that there is a comment', async () => {
    const { of, id, say } = await afterTheManager();
    expect(await say([of.boss.id])).toMatchObject({ text: '@王敏 请看', mentions: [{ name: '王敏' }] });
    expect(await kinds(of.boss, id)).toEqual(['mentioned']);
    expect(await kinds(of.finance, id)).toEqual(['commented']);
    expect(await kinds(of.applicant, id)).toEqual([]);
    expect((await byId(ctxOf(of.finance), { id })).comments).toMatchObject([{ mentions: [{ id: of.boss.id, name: '王敏' }] }]);
  });

  it('tells somebody who has it now once, of being named', async () => {
    const { of, id, say } = await afterTheManager();
    await say([of.finance.id, of.finance.id]);
    expect(await kinds(of.finance, id)).toEqual(['mentioned']);
  });

  it('opens the request to nobody: who takes no part in it cannot be named, and nothing is stored', async () => {
    const { of, id, say } = await afterTheManager();
    expect(await refusalOf(say([of.boss.id, of.stranger.id]))).toBe('FIELD_REF');
    expect(await refusalOf(say([newId()]))).toBe('FIELD_REF');
    expect(await countRows('comment', 'root_instance_id = $1', [id])).toBe(0);
  });

  it('stands once when it is repeated; naming others is IDEMPOTENCY_MISMATCH', async () => {
    const { of, id, say } = await afterTheManager();
    const commandId = newId();
    for (const mentions of [
      [of.boss.id, of.finance.id],
      [of.finance.id, of.boss.id],
    ])
      await say(mentions, { commandId });
    expect(await refusalOf(say([of.boss.id], { commandId }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await kinds(of.boss, id)).toEqual(['mentioned']);
  });

  it('offers those who take or took part, but the writer and who is disabled', async () => {
    const { of, id } = await afterTheManager();
    const offered = async () => (await participants(ctxOf(of.applicant), { id })).map((person) => person.name);
    expect(new Set(await offered())).toEqual(new Set(['王敏', '苏青']));
    await query({ text: 'update portal."user" set disabled_at = now() where id = $1', values: [of.boss.id] });
    expect(await offered()).toEqual(['苏青']);
    expect(await refusalOf(participants(ctxOf(of.stranger), { id }))).toBe('NOT_FOUND');
  });
});
