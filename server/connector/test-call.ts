import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { takeAttempt } from '@/server/auth/attempts';
import { requirePermission, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { callConnector, type ConnectorAnswer } from './call';
import { loadConnector } from './load';
import { line } from '@/server/input';

export const TestConnectorInput = z.strictObject({
  /** Also the idempotency key that the outside system sees: a repeat is the same request to it. */
  commandId: z.uuid(),
  id: z.uuid(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: line(2000, 1),
  /** JSON text; empty = no body. */
  body: z.string().max(20_000).default(''),
});
export type TestConnectorInput = z.infer<typeof TestConnectorInput>;

export type TestAnswer =
  | { kind: 'response'; status: number; text: string; isCut: boolean; ms: number }
  | { kind: 'failure'; code: Extract<ConnectorAnswer, { kind: 'failure' }>['code'] | 'SECRETS'; message: string; ms: number };

const MAX_SHOWN = 4_000;
/** Enough to set a system up, too few to knock on every door of a network. */
const MAX_IN_A_QUARTER_HOUR = 60;

/** Makes one call as the flows would, also of a connector that is switched off, and shows the answer. On record before it goes out. */
export async function testConnector(ctx: Ctx, input: TestConnectorInput): Promise<TestAnswer> {
  requirePermission(ctx, 'connector.manage');
  const { userId } = requireUser(ctx);
  const body = bodyOf(input.body);
  await takeAttempt([{ subject: `connector-test:${userId}`, max: MAX_IN_A_QUARTER_HOUR }]);
  const loaded = await loadConnector(input.id, { evenDisabled: true });
  if (loaded.kind === 'missing') throw new AppError('NOT_FOUND');
  await idempotent(ctx, 'connector.test', input, (tx) =>
    writeAudit(tx, ctx, {
      action: 'connector.tested',
      subjectKind: 'connector',
      subjectId: input.id,
      after: { method: input.method, path: input.path },
    }),
  );
  if (loaded.kind === 'unreadable') return { kind: 'failure', code: 'SECRETS', message: '', ms: 0 };
  const started = performance.now();
  const { method, path } = input;
  const answer = await callConnector(loaded.connector, { method, path, body, idempotencyKey: input.commandId });
  const ms = Math.round(performance.now() - started);
  if (answer.kind === 'failure') return { ...answer, ms };
  return { kind: 'response', status: answer.status, text: answer.text.slice(0, MAX_SHOWN), isCut: answer.text.length > MAX_SHOWN, ms };
}

// helpers //////////////////////

function bodyOf(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AppError('FIELD_FORMAT', { path: 'body' });
  }
}
