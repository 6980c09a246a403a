import type { OutboxMessage } from '@/server/notify/outbox-message';
import { readBody } from './journal-body';
import { englishNames, type Place } from './english-names';
import type { Runner } from './runner';

type Told = Exclude<OutboxMessage, { kind: 'step' }>;
type Row = {
  root_instance_id: string;
  seq: number;
  actor_name: string;
  actor_name_en: string | null;
  body: Buffer;
  process_id: string;
  version_id: string;
  title: string;
  number: string;
};

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
    text: `select j.root_instance_id, j.seq, j.actor_name, nullif(u.name_en, '') as actor_name_en, j.body, i.process_id, i.version_id, i.title, i.number
           from jsonb_to_recordset($1::jsonb) as x("rootInstanceId" uuid, seq int)
           join portal.journal j on j.root_instance_id = x."rootInstanceId" and j.seq = x.seq
           join portal.process_instance i on i.root_instance_id = j.root_instance_id and i.id = j.root_instance_id
           left join portal."user" u on u.id = j.actor_id`,
    values: [JSON.stringify(steps)],
  });
  const read = rows.map((row) => ({ row, body: readBody(row.body) }));
  const nameOf = await englishNames(run, read.flatMap(placesOf));
  return new Map(read.map((step) => [keyOf({ rootInstanceId: step.row.root_instance_id, seq: step.row.seq }), messagesOf(step, nameOf)]));
}

type Read = { row: Row; body: ReturnType<typeof readBody> };

function placesOf({ row, body }: Read): Place[] {
  return body.events.flatMap((event) =>
    event.type === 'noticeRequested' && event.notice.elementId !== null
      ? [{ versionId: row.version_id, elementId: event.notice.elementId }]
      : [],
  );
}

function messagesOf({ row, body }: Read, nameOf: (place: Place) => string): Told[] {
  const about = {
    rootInstanceId: row.root_instance_id,
    processId: row.process_id,
    title: row.title,
    number: row.number,
    actorName: row.actor_name,
    ...(row.actor_name_en && { actorNameEn: row.actor_name_en }),
  };
  return [
    ...body.events.flatMap((event): Told[] => {
      if (event.type !== 'noticeRequested') return [];
      const { elementId } = event.notice;
      const elementNameEn = elementId === null ? '' : nameOf({ versionId: row.version_id, elementId });
      return [{ kind: 'notice', payload: { ...about, notice: event.notice, ...(elementNameEn && { elementNameEn }) } }];
    }),
    ...body.stats.map((stat): Told => ({ kind: 'stat', payload: stat })),
  ];
}

function keyOf({ rootInstanceId, seq }: { rootInstanceId: string; seq: number }): string {
  return `${rootInstanceId}:${seq}`;
}
