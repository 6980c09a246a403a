import { factKey, type FactAnswer, type FactAnswers, type FactQuery } from '@/server/engine/core/facts';
import { query } from '@/server/db/client';
import { companyDay } from '@/server/engine/runtime/company-time';

import { answerOf, type FactRow } from './internal/fact-answer';
import { specOf } from './internal/fact-spec';
import { factStatement } from './internal/fact-sql';

export type PersonName = { id: string; name: string; nameEn: string };

/** Answers what the engine asks of the organisation, however many questions, in one round trip. `names` gets those of everybody it met. */
export async function resolveFacts(queries: readonly FactQuery[], now: string, names?: Map<string, PersonName>): Promise<FactAnswers> {
  if (queries.length === 0) return {};
  const specs = queries.map(specOf);
  const statement = factStatement(new Set(specs.map((spec) => spec.part)));
  const { rows } = await query<FactRow>({ ...statement, values: [JSON.stringify(specs), now, companyDay(now)] });
  const rowsOf = queries.map((): FactRow[] => []);
  for (const row of rows) {
    rowsOf[row.q]?.push(row);
    names?.set(row.id, { id: row.id, name: row.name, nameEn: row.name_en });
    if (row.proxy_id !== null) names?.set(row.proxy_id, { id: row.proxy_id, name: row.proxy_name ?? '', nameEn: row.proxy_name_en ?? '' });
  }
  return Object.fromEntries(queries.map((asked, q): [string, FactAnswer] => [factKey(asked), answerOf(asked, rowsOf[q] ?? [])]));
}
