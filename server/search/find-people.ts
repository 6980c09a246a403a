import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { searchOptions } from '@/server/org/search-options';
import type { FoundPerson } from './found';

/** Colleagues by name, pinyin, initials or number, with how to reach them. */
export async function findPeople(ctx: Ctx, text: string, limit: number): Promise<readonly FoundPerson[]> {
  const options = await searchOptions(ctx, { kind: 'user', search: text, limit });
  const { rows } = await query<{ id: string; email: string | null }>({
    name: 'search_people_mail',
    text: 'select id, email from portal."user" where id = any($1::uuid[])',
    values: [options.map((option) => option.id)],
  });
  const mail = new Map(rows.map((row) => [row.id, row.email]));
  return options.map(({ id, name, detail }) => ({ id, name, detail, email: mail.get(id) ?? null }));
}
