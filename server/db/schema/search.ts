import { boolean, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { portal } from './columns';

/**
 * What something is found by: its names, codes and their readings from each place where a word or a syllable begins, so that what was
 * typed is the beginning of a key and the index finds it. `key` has the collation "C", whose order is that of the bytes.
 */
export const searchKey = portal.table(
  'search_key',
  {
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    id: uuid('id').notNull(),
    /** The key is a whole name or code, not the rest of one. */
    isWhole: boolean('is_whole').notNull(),
  },
  (t) => [primaryKey({ name: 'search_key_pk', columns: [t.kind, t.key, t.id, t.isWhole] }), index('search_key_of').on(t.kind, t.id)],
);

/** Records whose names have changed since their keys were written; triggers put them here, `writeSearchKeys` takes them. */
export const searchKeyDue = portal.table('search_key_due', { kind: text('kind').notNull(), id: uuid('id').notNull() }, (t) => [
  primaryKey({ columns: [t.kind, t.id] }),
]);
