import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { optionSource } from './internal/option-sql';
import { type OptionRow, type OrgOption, orgKindSchema, toOption } from './org-option';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';

export const SearchOptionsInput = z.strictObject({
  kind: orgKindSchema,
  search: searchInput.optional(),
  limit: z.int().min(1).max(50).default(30),
});

/** Finds people, departments, positions, roles or work groups to choose from, by name, pinyin, initials, code or number; beginnings of a name first. */
export async function searchOptions(ctx: Ctx, input: z.infer<typeof SearchOptionsInput>): Promise<readonly OrgOption[]> {
  requireUser(ctx);
  const text = input.search?.trim().toLowerCase() ?? '';
  const { rows } = await query<OptionRow>({
    name: `org_options_${input.kind}_${ctx.locale}`,
    text: `select id, name_zh, name_en, detail_zh, detail_en, disabled from (${optionSource(ctx.locale)[input.kind]}) x
           where not disabled and ($1::text is null or exists (select from unnest(words) w where w ilike $1) or (initials <> '' and starts_with(initials, $2)))
           order by ($1::text is not null and not exists (select from unnest(words) w where starts_with(lower(w), $2))), sort, id limit $3`,
    values: [likePattern(text), text, input.limit],
  });
  return rows.map(toOption);
}
