import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { Id } from './state';

/**
 * What decide() has to know of the world. It asks by value; the shell answers all of one round in one query and
 * calls decide() again. Keys are canonical (factKey), so an answer fits any later equal question.
 */
export type FactQuery =
  /** `subjects`: user or department ids read from the form field, chosen people, or whoever decided `sameAs`; empty for rules that need none. `levels` is the evaluated number of a manager chain. */
  | {
      kind: 'assignees';
      rule: AssignmentRule;
      applicantId: Id;
      departmentId: Id | null;
      subjects: readonly Id[];
      levels: number | null;
      processId?: Id;
    }
  /** The first head found from the department (its parent if the person is the head) upwards, who is not `notUserIds`. */
  | { kind: 'managerOf'; userId: Id; departmentId: Id | null; notUserIds: readonly Id[]; processId?: Id }
  /** Active proxies of these people for this process at this instant. */
  | { kind: 'proxies'; userIds: readonly Id[]; processId: Id };

/**
 * People in seat order; disabled users never appear. `proxyOf` may be given at once (who acts now for these people
 * in this process): it saves the later question for proxies, and with it a round trip.
 */
export type Person = { userId: Id; name: string; via: string };
export type FactAnswer =
  | { kind: 'assignees'; people: readonly Person[]; proxyOf?: Readonly<Record<Id, Person>> }
  | { kind: 'managerOf'; person: Person | null; proxyOf?: Readonly<Record<Id, Person>> }
  | { kind: 'proxies'; proxyOf: Readonly<Record<Id, Person>> };

/** Answers by the key of their question. */
export type FactAnswers = Readonly<Record<string, FactAnswer>>;

/** What decide() may look up. Asked the same twice, it answers the same. */
export type Facts = { get(query: FactQuery): FactAnswer | undefined };

/** The answers so far. */
export class KnownFacts implements Facts {
  readonly #answers = new Map<string, FactAnswer>();

  get(query: FactQuery): FactAnswer | undefined {
    return this.#answers.get(factKey(query));
  }

  all(): Iterable<FactAnswer> {
    return this.#answers.values();
  }

  add(answers: FactAnswers): void {
    for (const [key, answer] of Object.entries(answers)) this.#answers.set(key, answer);
  }
}

export function factKey(query: FactQuery): string {
  return canonical(query);
}

// helpers //////////////////////

/** JSON with sorted keys. Written out: a replacer costs JSON.stringify four times as long, and every step asks several times. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `"${key}":${canonical(part)}`)
    .join(',')}}`;
}
