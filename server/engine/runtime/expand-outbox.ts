import type { OutboxMessage } from '@/server/notify/outbox-message';
import { readBody } from './journal-body';
import type { Runner } from './runner';

type Told = Exclude<OutboxMessage, { kind: 'step' }>;
type Row = { root_instance_id: string; seq: number; actor_name: string; body: Buffer; process_id: string; title: string; number: string };

/** Replaces the steps among outbox messages by the notices and counters' events that their journal rows hold, in order. */
export async function expandOutbox(run: Runner, messages: readonly OutboxMessage[]): Promise<Told[]> {
  const steps = messages.flatMap((message) => (message.kind === 'step' ? [message.payload] : []));
  const told = steps.length === 0 ? new Map<string, Told[]>() : await readSteps(run, steps);
  return messages.flatMap((message) => (message.kind === 'step' ? (told.get(keyOf(message.payload)) ?? []) : [message]));
}

// helpers //////////////////////

async function readSteps(run: Runner, steps: readonly { rootInstanceId: string; seq: number }[]): Promise<ReadonlyMap<string, Told[]>> {
  const { rows } = await run<Row>({
    name: 'outbox_steps',
    text: `select j.root_instance_id, j.seq, j.actor_name, j.body, i.process_id, i.title, i.number
           from jsonb_to_recordset($1::jsonb) as x("rootInstanceId" uuid, seq int)
           join portal.journal j on j.root_instance_id = x."rootInstanceId" and j.seq = x.seq
           join portal.process_instance i on i.root_instance_id = j.root_instance_id and i.id = j.root_instance_id`,
    values: [JSON.stringify(steps)],
  });
  return new Map(rows.map((row) => [keyOf({ rootInstanceId: row.root_instance_id, seq: row.seq }), messagesOf(row)]));
}

function messagesOf(row: Row): Told[] {
  const { events, stats } = readBody(row.body);
  const about = {
    rootInstanceId: row.root_instance_id,
    processId: row.process_id,
    title: row.title,
    number: row.number,
    actorName: row.actor_name,
  };
  return [
    ...events.flatMap((event): Told[] =>
      event.type === 'noticeRequested' ? [{ kind: 'notice', payload: { ...about, notice: event.notice } }] : [],
    ),
    ...stats.map((stat): Told => ({ kind: 'stat', payload: stat })),
  ];
}

function keyOf({ rootInstanceId, seq }: { rootInstanceId: string; seq: number }): string {
  return `${rootInstanceId}:${seq}`;
}
