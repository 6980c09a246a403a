import type { FactAnswer, FactQuery, Facts } from '@/server/engine/core/facts';
import { askOrganisation, type PersonName, type Resolved } from './facts';
import { eraAt, openEra } from './internal/era';
import { specOf } from './internal/fact-spec';

/**
 * What one step knows of the organisation. Whatever any step of this process was answered while nothing in the organisation has
 * changed since (`revision`, as the step's own load has read it) is known without asking.
 */
export class OrganisationFacts implements Facts {
  /** Of everybody whom the answers name. */
  readonly names = new Map<string, PersonName>();
  readonly #known = new Map<string, FactAnswer>();
  readonly #revision: string;
  readonly #now: string;

  constructor(revision: string, now: string) {
    this.#revision = revision;
    this.#now = now;
  }

  get(query: FactQuery): FactAnswer | undefined {
    const key = keyOf(query);
    const known = this.#known.get(key);
    if (known) return known;
    const remembered = eraAt(this.#revision, this.#now)?.answers.get(key);
    return remembered && this.#keep(key, remembered);
  }

  /** All of them in one round trip. */
  async ask(queries: readonly FactQuery[]): Promise<void> {
    const [resolved, era] = await Promise.all([askOrganisation(queries, this.#now), openEra(this.#revision, this.#now)]);
    for (const [at, query] of queries.entries()) {
      const answer = resolved[at];
      if (!answer) continue;
      const key = keyOf(query);
      this.#keep(key, answer);
      if (answer.names.length <= MOST_PEOPLE) era.answers.set(key, answer);
    }
  }

  #keep(key: string, { answer, names }: Resolved): FactAnswer {
    this.#known.set(key, answer);
    for (const name of names) this.names.set(name.id, name);
    return answer;
  }
}

// helpers //////////////////////

/** Answers that name half the company are rare and long. */
const MOST_PEOPLE = 100;

/** What the statement reads of a question: two applicants with the same named approver ask the same. */
function keyOf(query: FactQuery): string {
  return query.kind + JSON.stringify(specOf(query));
}
