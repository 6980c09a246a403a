import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { optionSource } from './internal/option-sql';
import { type OptionRow, type OrgKind, type OrgOption, orgKindSchema, toOption } from './org-option';
import { searchInput } from '@/server/input';
import { byKey, keyRange } from '@/server/search/by-key';
import type { Locale } from '@/lib/json';

export const SearchOptionsInput = z.strictObject({
  kind: orgKindSchema,
  search: searchInput.optional(),
  limit: z.int().min(1).max(50).default(30),
});

/** Finds people, departments, positions, roles or work groups to choose from, by name, pinyin, initials, code or number; beginnings of a name first. */
export async function searchOptions(ctx: Ctx, input: z.infer<typeof SearchOptionsInput>): Promise<readonly OrgOption[]> {
  requireUser(ctx);
  const range = keyRange(input.search);
  const { rows } = await query<OptionRow>(
    range
      ? { name: `org_options_found_${input.kind}_${ctx.locale}`, text: found(input.kind, ctx.locale), values: [input.limit, range] }
      : { name: `org_options_${input.kind}_${ctx.locale}`, text: all(input.kind, ctx.locale), values: [input.limit] },
  );
  return rows.map(toOption);
}

// helpers //////////////////////

const COLUMNS = 'x.id, x.name_zh, x.name_en, x.detail_zh, x.detail_en, x.disabled';

const all = (kind: OrgKind, locale: Locale) =>
  `select ${COLUMNS} from (${optionSource(locale)[kind]}) x where not x.disabled order by x.sort, x.id limit $1`;

const found = (kind: OrgKind, locale: Locale) =>
  `select ${COLUMNS} from (${byKey(kind, '$2')}) f join (${optionSource(locale)[kind]}) x on x.id = f.id
   where not x.disabled order by f.is_whole desc, x.sort, x.id limit $1`;
