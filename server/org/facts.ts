import { factKey, type FactAnswer, type FactAnswers, type FactQuery } from '@/server/engine/core/facts';
import { query } from '@/server/db/client';
import { companyDay } from '@/server/engine/runtime/company-time';
import { answerOf, type FactRow } from './internal/fact-answer';
import { specOf } from './internal/fact-spec';
import { factStatement } from './internal/fact-sql';

export type PersonName = { id: string; name: string; nameEn: string };

/** An answer, and the names of everybody in it. */
export type Resolved = { answer: FactAnswer; names: readonly PersonName[] };

/** Answers what the engine asks of the organisation, in the order of the questions, however many, in one round trip. */
export async function askOrganisation(queries: readonly FactQuery[], now: string): Promise<Resolved[]> {
  if (queries.length === 0) return [];
  const specs = queries.map(specOf);
  const statement = factStatement(new Set(specs.map((spec) => spec.part)));
  const { rows } = await query<FactRow>({ ...statement, values: [JSON.stringify(specs), now, companyDay(now)] });
  const rowsOf = queries.map((): FactRow[] => []);
  for (const row of rows) rowsOf[row.q]?.push(row);
  return queries.map((asked, q) => ({ answer: answerOf(asked, rowsOf[q] ?? []), names: (rowsOf[q] ?? []).flatMap(namesIn) }));
}

/** The same, by question: what is true at this moment, nothing remembered. */
export async function resolveFacts(queries: readonly FactQuery[], now: string): Promise<FactAnswers> {
  const resolved = await askOrganisation(queries, now);
  return Object.fromEntries(queries.flatMap((asked, at) => (resolved[at] ? [[factKey(asked), resolved[at].answer]] : [])));
}

// helpers //////////////////////

function namesIn(row: FactRow): PersonName[] {
  const person = { id: row.id, name: row.name, nameEn: row.name_en };
  return row.proxy_id === null ? [person] : [person, { id: row.proxy_id, name: row.proxy_name ?? '', nameEn: row.proxy_name_en ?? '' }];
}
