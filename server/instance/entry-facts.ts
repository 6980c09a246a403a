import type { JournalEntry } from '@/server/engine/runtime/read-journal';

/** The seats that an act of handing over or asking others made. */
export function seatsMadeBy({ command, events }: JournalEntry): { id: string; elementId: string; userId: string | null }[] {
  if (command !== 'transfer' && command !== 'reassign' && command !== 'addSign') return [];
  return events.flatMap((event) => (event.type === 'workItemCreated' ? [event.workItem] : []));
}

/** What the person wrote along: it went out with a notice. */
export function wordsAlong({ events }: JournalEntry): string | null {
  for (const event of events) {
    if (event.type === 'noticeRequested' && event.notice.params.comment) return event.notice.params.comment;
  }
  return null;
}

/** What was said to each of those who were asked to sign, by their seats. */
export function saidToSigners(journal: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const asking = journal.filter((entry) => entry.command === 'addSign');
  return new Map(asking.flatMap((entry) => seatsMadeBy(entry).map(({ id }) => [id, entry.reason ?? wordsAlong(entry) ?? ''] as const)));
}
