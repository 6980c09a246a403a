import { hash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import type { Ctx } from './context';
import { type Tx, withTransaction } from './db/unit-of-work';

/** Every mutation's input carries the id that the client made for this one intention. */
export type WithCommandId = { commandId: string };

type Answered = { actor_id: string | null; verb: string; request_hash: string; result: unknown };

/**
 * Runs a mutation once per commandId, in one transaction with the record of its answer: a repeat returns the first answer and does
 * nothing. The same commandId for something else is IDEMPOTENCY_MISMATCH. The answer must be plain JSON.
 */
export function idempotent<I extends WithCommandId, O>(ctx: Ctx, verb: string, input: I, fn: (tx: Tx) => Promise<O>): Promise<O> {
  const actorId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const requestHash = hashOf(input);
  return withTransaction(async (tx) => {
    // The row is taken first: of two repeats at once the second waits here, then finds the first one's answer.
    const taken = await tx.query({
      name: 'command_log_take',
      text: 'insert into portal.command_log (command_id, actor_id, verb, request_hash) values ($1, $2, $3, $4) on conflict (command_id) do nothing',
      values: [input.commandId, actorId, verb, requestHash],
    });
    if (taken.rowCount === 0) return firstAnswer<O>(tx, input.commandId, { actorId, verb, requestHash });
    const result = await fn(tx);
    await tx.query({
      name: 'command_log_answer',
      text: 'update portal.command_log set result = $2 where command_id = $1',
      values: [input.commandId, JSON.stringify(result ?? null)],
    });
    return result;
  });
}

/**
 * The answer that this very command got before, for a mutation of several transactions that would otherwise begin anew; undefined for
 * a new one. A commandId that stands for something else is refused before anything is done.
 */
export async function answeredBefore<I extends WithCommandId, O>(ctx: Ctx, verb: string, input: I): Promise<O | undefined> {
  const actorId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  return withTransaction(
    async (tx) => {
      const { rows } = await tx.query({
        name: 'command_log_seen',
        text: 'select from portal.command_log where command_id = $1',
        values: [input.commandId],
      });
      return rows[0] ? firstAnswer<O>(tx, input.commandId, { actorId, verb, requestHash: hashOf(input) }) : undefined;
    },
    { readOnly: true },
  );
}

async function firstAnswer<O>(tx: Tx, commandId: string, asked: { actorId: string | null; verb: string; requestHash: string }): Promise<O> {
  const { rows } = await tx.query<Answered>({
    name: 'command_log_read',
    text: 'select actor_id, verb, request_hash, result from portal.command_log where command_id = $1',
    values: [commandId],
  });
  const first = rows[0];
  const same = first && first.actor_id === asked.actorId && first.verb === asked.verb && first.request_hash === asked.requestHash;
  if (!same) throw new AppError('IDEMPOTENCY_MISMATCH');
  return first.result as O;
}

/** Key order does not make another request. */
export function hashOf(input: unknown): string {
  return hash('sha256', canonical(input));
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonical(item)}`;
    return `[${text}]`;
  }
  const items = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(items).sort(byCode)) {
    if (items[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(items[key])}`;
  }
  return `{${text}}`;
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}
