import type { ActivityInstance } from '@/server/engine/core/state';

type Detail = Pick<ActivityInstance, 'group' | 'wayBack'>;
type Group = NonNullable<ActivityInstance['group']>;

/** `activity_instance.detail` as it is stored: what is empty is left out, most groups are just their rule. */
export type StoredDetail = { group?: Pick<Group, 'rule'> & Partial<Group>; wayBack?: NonNullable<ActivityInstance['wayBack']> };

export function packDetail({ group, wayBack }: Detail): StoredDetail | null {
  if (!group && !wayBack) return null;
  return { ...(group && { group: packGroup(group) }), ...(wayBack && { wayBack }) };
}

export function unpackDetail(stored: StoredDetail | null): Detail {
  const group = stored?.group;
  return { group: group ? { outcome: null, tally: null, notes: [], ...group } : null, wayBack: stored?.wayBack ?? null };
}

function packGroup({ rule, outcome, tally, notes, added }: Group): NonNullable<StoredDetail['group']> {
  return { rule, ...(outcome && { outcome }), ...(tally && { tally }), ...(notes.length > 0 && { notes }), ...(added && { added }) };
}
