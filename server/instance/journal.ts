import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { CommandType } from '@/server/engine/core/command';
import type { DataChange } from '@/server/engine/core/event';
import { journalHash } from '@/server/engine/runtime/journal-hash';
import { JOURNAL_JSON, type JournalEntry, type StoredEntry, unpackEntry } from '@/server/engine/runtime/read-journal';
import { maskChange } from './changes';
import { type DescribedChange, describeChange, referencesInChanges } from './describe-change';
import { seatsMadeBy, wordsAlong } from './entry-facts';
import { elementsOfJobs, jobOf } from './job-elements';
import { loadLookups } from './lookups';
import { loadPeople } from './people';
import { requireSight } from './policy';
import { readerAccess } from './reader-access';
import type { ActorView } from './request-page';
import type { PersonView } from './views';
import { ordinal } from '@/server/input';

export const JournalInput = z.strictObject({
  id: z.uuid(),
  cursor: ordinal(1).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type JournalInput = z.infer<typeof JournalInput>;

export type JournalLine = {
  seq: number;
  at: string;
  by: ActorView;
  command: CommandType;
  /** What was decided, when the step was a decision. */
  decision: 'approved' | 'rejected' | null;
  /** What a timer told the holders, when that was all it did. */
  told: 'dueSoon' | 'overdue' | null;
  elementName: string | null;
  /** To whom it was handed, or who was asked to sign too; how many beside that one. */
  target: PersonView | null;
  more: number;
  /** Why, or what was said along. */
  reason: string | null;
  /** What the step changed in the form, as far as the reader may see it. */
  changes: readonly DescribedChange[];
  /** For auditors: the row is what was written, and follows the one before it. */
  seal: { hash: string; intact: boolean } | null;
};

export type JournalPage = { items: readonly JournalLine[]; nextCursor: number | null };

/** The journal of a request, newest first: who did what, why, and what it changed. Seeing is left out for all but auditors. */
export async function journal(ctx: Ctx, { id, cursor, limit }: JournalInput): Promise<JournalPage> {
  const sight = await requireSight(ctx, id);
  const audits = sight.audits || sight.administers;
  const [{ definition, schema, access }, { rows }] = await Promise.all([
    readerAccess(ctx, id),
    query<{ entry: StoredEntry; changes: DataChange[] | null; element_id: string | null }>({
      name: 'journal_page',
      text: PAGE,
      values: [id, cursor ?? null, limit + 1, audits],
    }),
  ]);
  const entries = rows.map((row) => unpackEntry(row.entry));
  const steps = rows.map(({ changes }) => (schema ? (changes ?? []).flatMap((change) => maskChange(schema, access, change) ?? []) : []));
  const [people, lookups, elementOfJob] = await Promise.all([
    loadPeople(entries.flatMap((entry) => [entry.actorId, ...seatsMadeBy(entry).map(({ userId }) => userId)])),
    loadLookups(schema ? referencesInChanges(schema, steps.flat()) : [], ctx.locale, { instanceId: id, uploadedBy: null }),
    elementsOfJobs(
      id,
      entries.flatMap((entry) => jobOf(entry) ?? []),
    ),
  ]);
  const items = entries.slice(0, limit).map((entry, index): JournalLine => {
    const made = seatsMadeBy(entry);
    const elementId = elementOfJob.get(jobOf(entry) ?? '') ?? rows[index]?.element_id ?? made[0]?.elementId ?? elementOf(entry);
    return {
      seq: entry.seq,
      at: entry.at,
      by: entry.actorId === null ? { kind: 'system', name: entry.actorName } : { kind: 'user', person: people.of(entry.actorId) },
      command: entry.command,
      decision: decisionOf(entry),
      told: toldBy(entry),
      elementName: elementId === null || entry.command === 'startInstance' ? null : (definition.elements[elementId]?.name ?? null),
      target: people.maybe(made[0]?.userId ?? null),
      more: Math.max(0, made.length - 1),
      reason: entry.reason ?? commentOf(entry) ?? wordsAlong(entry),
      changes: schema ? (steps[index] ?? []).map((change) => describeChange(schema, change, { locale: ctx.locale, lookups })) : [],
      seal: audits ? { hash: entry.hash, intact: isIntact(entry, entries[index + 1]) } : null,
    };
  });
  return { items, nextCursor: entries.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

// helpers //////////////////////

/** Where a step was: the first seat it touched. */
function elementOf({ events }: JournalEntry): string | null {
  for (const event of events) {
    if (event.type === 'workItemChanged') return event.elementId;
    if (event.type === 'jobCreated') return event.job.elementId;
    if (event.type === 'incidentRaised') return event.incident.elementId;
    if (event.type === 'incidentResolved') return event.elementId;
    if (event.type === 'noticeRequested' && event.notice.elementId !== null) return event.notice.elementId;
  }
  return null;
}

function toldBy({ command, events }: JournalEntry): JournalLine['told'] {
  if (command !== 'fireTimer') return null;
  for (const event of events) {
    if (event.type === 'noticeRequested' && (event.notice.kind === 'dueSoon' || event.notice.kind === 'overdue')) return event.notice.kind;
  }
  return null;
}

function decisionOf({ command, events }: JournalEntry): JournalLine['decision'] {
  if (command !== 'decide') return null;
  for (const event of events) {
    if (event.type !== 'workItemChanged') continue;
    const { status } = event.change;
    if (status === 'approved' || status === 'rejected') return status;
  }
  return null;
}

/** What was written with a decision. */
function commentOf({ events }: JournalEntry): string | null {
  for (const event of events) if (event.type === 'workItemChanged' && event.change.comment) return event.change.comment;
  return null;
}

function isIntact(entry: JournalEntry, previous: JournalEntry | undefined): boolean {
  if (previous === undefined && entry.seq !== 1) return false;
  if (previous !== undefined && previous.seq !== entry.seq - 1) return false;
  return journalHash(previous?.hash ?? '', entry, entry.body) === entry.hash;
}

const PAGE = `
select json_build_object(${JOURNAL_JSON}) as entry, s.changes, s.element_id
from portal.journal j left join portal.snapshot s on s.root_instance_id = j.root_instance_id and s.seq = j.seq
where j.root_instance_id = $1 and ($2::int is null or j.seq < $2) and ($4::boolean or j.command <> 'view')
order by j.seq desc limit $3`;
