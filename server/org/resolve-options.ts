import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { optionSource } from './internal/option-sql';
import { type OptionRow, type OrgOption, orgKindSchema, toOption } from './org-option';

export const ResolveOptionsInput = z.strictObject({ kind: orgKindSchema, ids: z.array(z.uuid()).max(200) });

/** The names of chosen records, in the order asked; disabled ones too, so that an old choice stays readable. */
export async function resolveOptions(ctx: Ctx, { kind, ids }: z.infer<typeof ResolveOptionsInput>): Promise<readonly OrgOption[]> {
  requireUser(ctx);
  const { rows } = await query<OptionRow>({
    name: `org_option_names_${kind}_${ctx.locale}`,
    text: `select id, name_zh, name_en, detail_zh, detail_en, disabled from (${optionSource(ctx.locale)[kind]}) x where id = any($1::uuid[]) order by array_position($1::uuid[], id)`,
    values: [ids],
  });
  return rows.map(toOption);
}
