import { type FactAnswer, type FactQuery, factKey, type Facts, KnownFacts } from '@/server/engine/core/facts';
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
  readonly #known = new KnownFacts();
  readonly #revision: string;
  readonly #now: string;

  constructor(revision: string, now: string) {
    this.#revision = revision;
    this.#now = now;
  }

  get(query: FactQuery): FactAnswer | undefined {
    const known = this.#known.get(query);
    if (known) return known;
    const remembered = eraAt(this.#revision, this.#now)?.answers.get(memoryKey(query));
    return remembered && this.#keep(query, remembered);
  }

  /** All of them in one round trip. */
  async ask(queries: readonly FactQuery[]): Promise<void> {
    const [resolved, era] = await Promise.all([askOrganisation(queries, this.#now), openEra(this.#revision, this.#now)]);
    for (const [at, query] of queries.entries()) {
      const answer = resolved[at];
      if (!answer) continue;
      this.#keep(query, answer);
      if (answer.names.length <= MOST_PEOPLE) era.answers.set(memoryKey(query), answer);
    }
  }

  #keep(query: FactQuery, { answer, names }: Resolved): FactAnswer {
    this.#known.add({ [factKey(query)]: answer });
    for (const name of names) this.names.set(name.id, name);
    return answer;
  }
}

// helpers //////////////////////

/** Answers that name half the company are rare and long. */
const MOST_PEOPLE = 100;

/** What the statement reads of a question: two applicants with the same named approver ask the same. */
function memoryKey(query: FactQuery): string {
  return query.kind + JSON.stringify(specOf(query));
}
