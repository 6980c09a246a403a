import type { InboxItem } from '@/server/task/task-views';

/** As many as the server takes at once. */
export const MOST_AT_ONCE = 50;

/** What is chosen, each item with the revision of its data that stood in the list when it was. */
export type Selection = ReadonlyMap<string, number>;

export const NOTHING_CHOSEN: Selection = new Map();

/** Of the items in the list those that are chosen, as they stand there now. */
export function chosenOf(items: readonly InboxItem[], selection: Selection): InboxItem[] {
  return items.filter((item) => item.notAtOnce === null && selection.has(item.workItemId));
}

/** Puts an item to the chosen ones, or takes it out again. */
export function toggled(selection: Selection, { workItemId, rev }: InboxItem): Selection {
  const next = new Map(selection);
  if (!next.delete(workItemId)) next.set(workItemId, rev);
  return next;
}

/** What the chosen ones come to, where each has an amount as its first field and all are in one currency. */
export function totalOf(items: readonly InboxItem[]): { amount: string; currency: string } | null {
  const amounts = items.map(({ summary: [first] }) => amountOf(first?.value));
  const [one] = amounts;
  if (!one || amounts.some((amount) => amount?.currency !== one.currency)) return null;
  const cents = amounts.reduce((sum, amount) => sum + (amount ? toCents(amount.amount) : 0n), 0n);
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return { amount: `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency: one.currency };
}

// helpers //////////////////////

type Amount = { amount: string; currency: string };

function amountOf(value: unknown): Amount | null {
  if (typeof value !== 'object' || value === null || !('amount' in value) || typeof value.amount !== 'string') return null;
  if (!/^-?\d+(\.\d{1,2})?$/.test(value.amount)) return null;
  return { amount: value.amount, currency: 'currency' in value && typeof value.currency === 'string' ? value.currency : 'CNY' };
}

/** Exact: money is not counted in floats. */
function toCents(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}
