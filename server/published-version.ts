import type { PersonName } from '@/lib/format/person';

/** A published version of a form or a process, as its designers list it. */
export type PublishedVersion = { id: string; no: number; note: string; publishedAt: string; publishedBy: PersonName | null };

export type PublishedVersionRow = {
  id: string;
  no: number;
  note: string;
  published_at: string;
  by_name: string | null;
  by_name_en: string | null;
};

/** The columns of a row, of a table of versions `v` that `VERSION_AUTHOR` is joined to. */
export const VERSION_COLUMNS = 'v.id, v.no, v.note, v.published_at, u.name as by_name, u.name_en as by_name_en';
export const VERSION_AUTHOR = 'left join portal."user" u on u.id = v.published_by';

export function toPublishedVersion(row: PublishedVersionRow): PublishedVersion {
  return {
    id: row.id,
    no: row.no,
    note: row.note,
    publishedAt: row.published_at,
    publishedBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en },
  };
}
