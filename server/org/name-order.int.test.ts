import { beforeAll, expect, it } from 'vitest';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { listPeople, ListPeopleInput, peopleByName } from './list-people';
import { type Company, writeCompany } from './testing/company';

let company: Company;

beforeAll(async () => {
  company = await writeCompany();
  await query({
    text: `insert into portal."user" (id, login, name, name_en) values
      (gen_random_uuid(), 'z1', '单雄信', 'Shan Xiongxin'), (gen_random_uuid(), 'z2', '曾巩', 'Zeng Gong'), (gen_random_uuid(), 'z3', '王敏', 'Wang Min'),
      (gen_random_uuid(), 'a1', 'Ada Lovelace', ''), (gen_random_uuid(), 'a2', '区寄', 'Ou Ji')`,
  });
});

/** Walks through the pages as a reader does. */
async function everybody(locale: 'zh' | 'en'): Promise<{ name: string; nameEn: string; login: string }[]> {
  const seen: { name: string; nameEn: string; login: string }[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listPeople({ ...company.as('bailu'), locale }, ListPeopleInput.parse({ limit: 3, ...(cursor ? { cursor } : {}) }));
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(new Set(seen.map(({ login }) => login)).size).toBe(seen.length);
  return seen;
}

it('people stand by pinyin in Chinese, a surname by its own reading, two of one name both', async () => {
  const names = (await everybody('zh')).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['白露', '陈立', '邓晨曦']);
  expect(names.at(-1)).toBe('Ada Lovelace');
  expect(names.filter((name) => ['单雄信', '沈砚', '石磊', '秦朗'].includes(name))).toEqual(['秦朗', '单雄信', '沈砚', '石磊']);
  expect(names.filter((name) => ['区寄', '孟雪', '曾巩', '张蕾', '叶知秋'].includes(name))).toEqual([
    '孟雪',
    '区寄',
    '叶知秋',
    '曾巩',
    '张蕾',
  ]);
  expect(names.filter((name) => name === '王敏')).toHaveLength(2);
});

it('people stand by their English name in English, who has none by the other one', async () => {
  const names = (await everybody('en')).map(({ name, nameEn }) => nameEn || name);
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare));
  expect(names).toHaveLength(48);
});

it('a page of everybody is read along the index of its order', async () => {
  await query({
    text: `insert into portal."user" (id, login, name, name_en) select gen_random_uuid(), 'many' || n, '李' || n, 'Li ' || n from generate_series(1, 6000) n`,
  });
  await query({ text: 'analyze portal."user"' });
  for (const [locale, index] of [
    ['zh', 'user_by_name'],
    ['en', 'user_by_name_en'],
  ] as const) {
    const { rows } = await withTransaction(async (tx) => {
      await tx.query({ text: `prepare people_${locale} (text, text, text, int, timestamptz, uuid) as ${peopleByName(locale)}` });
      return tx.query<{ 'QUERY PLAN': string }>({ text: `explain execute people_${locale} (null, 'active', '李3 ', 51, now(), null)` });
    });
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(`Index Scan using ${index} `);
  }
});
