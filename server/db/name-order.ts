import type { Locale } from '@/lib/json';

/** Surnames whose own reading is not the character's usual one, and characters that sound as the surname does (沈 is Shěn, not Chén). */
const SURNAMES = '沈单曾仇解朴查区翟盖员乐缪种覃';
const SOUNDING = '审善增求谢飘渣欧宅葛运月妙虫秦';

/** ICU's Chinese order is pinyin and leaves Latin letters in theirs. Every packaged Postgres has it; another one gets a substitute (ensure-collation.ts). */
export const PINYIN = '"zh-x-icu"';

/**
 * What lists of people are sorted by, distinct for each person, so that it is the cursor of a keyset as well: by pinyin in Chinese, else
 * by the English name. `user_by_name` and `user_by_name_en` are indexes of these very expressions.
 */
export function nameOrder(locale: Locale, alias: string): string {
  const of = (column: string) => (alias ? `${alias}.${column}` : column);
  const name =
    locale === 'en'
      ? `coalesce(nullif(${of('name_en')}, ''), ${of('name')})`
      : `translate(left(${of('name')}, 1), '${SURNAMES}', '${SOUNDING}') || substr(${of('name')}, 2)`;
  return `((${name} || ' ' || ${of('id')}::text) collate ${PINYIN})`;
}
