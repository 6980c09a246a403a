import type { FactAnswer, FactQuery, Person } from '@/server/engine/core/facts';

export type FactRow = {
  q: number;
  seq: number | null;
  id: string;
  name: string;
  name_en: string;
  via: string;
  rank: number | null;
  proxy_id: string | null;
  proxy_name: string | null;
  proxy_name_en: string | null;
  proxy_via: string;
};

const byName = new Intl.Collator('zh');

/** The rows of one question as its answer: people in seat order, each once. */
export function answerOf(query: FactQuery, rows: readonly FactRow[]): FactAnswer {
  const seats = distinct(rows.toSorted(bySeat));
  if (query.kind === 'proxies') return { kind: 'proxies', proxyOf: proxiesOf(seats) };
  const proxies = query.processId === undefined ? {} : { proxyOf: proxiesOf(seats) };
  const people = seats.map(personOf);
  if (query.kind === 'managerOf') return { kind: 'managerOf', person: people[0] ?? null, ...proxies };
  return { kind: 'assignees', people, ...proxies };
}

// helpers //////////////////////

/** Chains and lists keep their own order; a set is ordered by rank, then name. The id makes it the same everywhere. */
function bySeat(a: FactRow, b: FactRow): number {
  return (a.seq ?? 0) - (b.seq ?? 0) || (a.rank ?? 100) - (b.rank ?? 100) || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

function distinct(rows: readonly FactRow[]): FactRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}

function personOf(row: FactRow): Person {
  return { userId: row.id, name: row.name, via: row.via };
}

function proxiesOf(rows: readonly FactRow[]): Record<string, Person> {
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.proxy_id === null ? [] : [[row.id, { userId: row.proxy_id, name: row.proxy_name ?? '', via: row.proxy_via }]],
    ),
  );
}
