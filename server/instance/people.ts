import { query } from '@/server/db/client';
import type { PersonView } from './views';

/** Names of people by id; somebody who is unknown keeps an id and no name. */
export class People {
  readonly #known: ReadonlyMap<string, PersonView>;
  constructor(known: ReadonlyMap<string, PersonView>) {
    this.#known = known;
  }

  of(userId: string): PersonView {
    return this.#known.get(userId) ?? { id: userId, name: '', nameEn: '' };
  }

  maybe(userId: string | null | undefined): PersonView | null {
    return userId ? this.of(userId) : null;
  }

  all(userIds: readonly string[]): PersonView[] {
    return userIds.map((id) => this.of(id));
  }
}

/** One query for all the names of a page, but for those that are `known`; disabled people keep theirs, history names them. */
export async function loadPeople(
  userIds: Iterable<string | null | undefined>,
  known: ReadonlyMap<string, PersonView> = new Map(),
): Promise<People> {
  const ids = [...new Set([...userIds].filter((id): id is string => Boolean(id) && !known.has(id ?? '')))];
  if (ids.length === 0) return new People(known);
  const { rows } = await query<{ id: string; name: string; name_en: string }>({
    name: 'people_by_id',
    text: 'select id, name, name_en from portal."user" where id = any($1::uuid[])',
    values: [ids],
  });
  return new People(new Map([...known, ...rows.map((row) => [row.id, { id: row.id, name: row.name, nameEn: row.name_en }] as const)]));
}
