import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { decodeCursor, encodeCursor } from '@/server/instance/cursor';
import { pageInput } from '@/server/instance/inputs';
import { capped, COUNT_CAP } from './capped';
import { dayBounds } from './day-bounds';
import { INBOX_COUNTS, INBOX_FIRST, INBOX_NEXT, inboxGroups } from './inbox-sql';
import { notAtOnce } from './at-once';
import { describe, type ItemRow, toInboxItem } from './item-rows';
import type { Inbox, InboxGroup, InboxGroupName } from './task-views';
import { waitingForApplicant } from './waiting-for-applicant';
import { instant, searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';

export const InboxInput = z.strictObject({
  ...pageInput,
  /** One group's next page; without it the first page of every group. */
  group: z.enum(inboxGroups).optional(),
  processId: z.uuid().optional(),
  /** Only what the reader does on behalf of others. */
  onBehalf: z.boolean().default(false),
  text: searchInput.optional(),
});
export type InboxInput = z.infer<typeof InboxInput>;

/** What waits for the person, by when it is due; with a group named, that group alone. */
export async function inbox(ctx: Ctx, input: InboxInput): Promise<Inbox> {
  const { userId } = requireUser(ctx);
  const bounds = dayBounds(ctx.now(), ctx.timeZone);
  const filters = [input.processId ?? null, likePattern(input.text), input.onBehalf];
  const base = [userId, bounds.now, bounds.dayEnd, bounds.weekEnd];
  const cursor = decodeCursor(input.cursor, dueCursor);
  const [{ rows }, counted, waiting] = await Promise.all([
    query<Row>({
      ...statementOf(input.group, cursor),
      values: [...base, input.limit + 1, ...filters, cursor?.[0] ?? null, cursor?.[1] ?? null],
    }),
    query<Record<InboxGroupName, number>>({ name: 'inbox_counts', text: INBOX_COUNTS, values: [...base, COUNT_CAP + 1, ...filters] }),
    input.group ? [] : waitingForApplicant(userId),
  ]);
  const [describeRow, why] = await Promise.all([describe(rows, ctx.locale), notAtOnce(rows, userId, bounds.now)]);
  const groups = (input.group ? [input.group] : inboxGroups).map((group): InboxGroup => {
    const own = rows.filter((row) => row.group === group);
    const items = own.slice(0, input.limit);
    const last = items.at(-1);
    return {
      group,
      items: items.map((row) => toInboxItem(row, describeRow(row), why(row))),
      count: capped(counted.rows[0]?.[group] ?? 0),
      nextCursor: own.length > input.limit && last ? encodeCursor([last.due_at, last.id]) : null,
    };
  });
  return { groups, waitingForApplicant: waiting };
}

// helpers //////////////////////

type Row = ItemRow & { group: InboxGroupName; part: 0 | 1 };

const dueCursor = z.tuple([instant.nullable(), z.uuid()]);

function statementOf(group: InboxGroupName | undefined, cursor: z.infer<typeof dueCursor> | null): { name: string; text: string } {
  if (group === undefined) return { name: 'inbox_first', text: INBOX_FIRST };
  const after = cursor === null ? 'first' : cursor[0] === null ? 'undated' : 'dated';
  return { name: `inbox_${group}_${after}`, text: INBOX_NEXT[group][after] };
}
