import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { anonymous, ctxOf, makeUser } from '../auth/testing';
import { query } from '../db/client';
import { withTransaction } from '../db/unit-of-work';
import { systemContext } from '../system-context';
import { type AuditEntry, writeAudit } from './write';

const subjectId = newId();
const entry: AuditEntry = { action: 'thing.changed', subjectKind: 'thing', subjectId, before: { a: 1 }, after: { a: [2] }, reason: '因为' };
const rows = async () =>
  (await query({ text: 'select * from portal.audit_log where subject_id = $1 order by id', values: [subjectId] })).rows;

describe('the audit log', () => {
  it('holds who, what, before, after, why, from where and in which request', async () => {
    const user = await makeUser('writer');
    const ctx = ctxOf(user, newId());
    await withTransaction((tx) => writeAudit(tx, ctx, entry));
    const { action, before, after, reason } = entry;
    expect((await rows())[0]).toMatchObject({
      action,
      before,
      after,
      reason,
      actor_id: user.id,
      actor_name: 'writer',
      ip: '10.0.0.1',
      request_id: ctx.requestId,
    });
  });

  it('names a worker and nobody as what they are', async () => {
    await withTransaction((tx) => writeAudit(tx, systemContext('timer'), entry));
    await withTransaction((tx) => writeAudit(tx, anonymous(), entry));
    expect((await rows()).slice(1)).toMatchObject([
      { actor_id: null, actor_name: 'timer' },
      { actor_id: null, actor_name: 'anonymous' },
    ]);
  });

  it('goes with its deed: one fails, both are undone', async () => {
    const before = await rows();
    const failing = withTransaction(async (tx) => {
      await writeAudit(tx, systemContext('timer'), entry);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rows()).toHaveLength(before.length);
  });
});
