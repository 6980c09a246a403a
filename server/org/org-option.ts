import { z } from 'zod';
import type { LocalText } from '@/lib/json';

export const orgKinds = ['user', 'department', 'position', 'role', 'workGroup'] as const;
export const orgKindSchema = z.enum(orgKinds);
export type OrgKind = (typeof orgKinds)[number];

/** A record of the organisation as a picker shows it. */
export type OrgOption = {
  id: string;
  name: LocalText;
  /** What tells two of the same name apart: a person's post, a position's rank, a code. */
  detail: LocalText | null;
  disabled: boolean;
};

export type OptionRow = {
  id: string;
  name_zh: string;
  name_en: string;
  detail_zh: string | null;
  detail_en: string | null;
  disabled: boolean;
};

export function toOption(row: OptionRow): OrgOption {
  const detail = row.detail_zh === null ? null : { zh: row.detail_zh, en: row.detail_en ?? '' };
  return { id: row.id, name: { zh: row.name_zh, en: row.name_en }, detail, disabled: row.disabled };
}
