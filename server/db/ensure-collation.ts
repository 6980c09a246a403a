import type pg from 'pg';
import { log } from '@/server/log';
import { PINYIN } from './name-order';

/** Databases without ICU, the best first: Chinese of the system's library sorts by pinyin in glibc, "C" by the character. */
const SUBSTITUTES = ['zh_CN.utf8', 'zh_CN.UTF-8', 'zh_CN', 'C'];

/**
 * A Postgres built without ICU has no Chinese order. It gets one of that name in the schema `public`, where everything that asks for it
 * finds it, so that all else works; lists of people are then in a plainer order. Called under the lock of the migrations, before them.
 */
export async function ensureCollation(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ missing: boolean; instead: string | null }>(
    `select to_regcollation($1) is null as missing,
       (select c.collname from pg_collation c join unnest($2::text[]) with ordinality as s(name, n) on s.name = c.collname
        where c.collnamespace = 'pg_catalog'::regnamespace and c.collencoding in (-1, pg_char_to_encoding(getdatabaseencoding())) order by s.n limit 1) as instead`,
    [PINYIN, SUBSTITUTES],
  );
  const { missing, instead } = rows[0] ?? { missing: false, instead: null };
  if (!missing) return;
  log.warn({ instead }, 'this Postgres was built without ICU: lists of people are not in the order of pinyin');
  try {
    await client.query(`create collation public.${PINYIN} from pg_catalog.${client.escapeIdentifier(instead ?? 'C')}`);
  } catch (error) {
    throw new Error(
      `this Postgres was built without ICU and its role may not make a substitute. Let the owner of the database run: CREATE COLLATION public.${PINYIN} FROM pg_catalog."C"`,
      { cause: error },
    );
  }
}
