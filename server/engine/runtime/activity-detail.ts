import type { ActivityInstance, Tally } from '@/server/engine/core/state';

type Detail = Pick<ActivityInstance, 'group' | 'wayBack'>;
type Group = NonNullable<ActivityInstance['group']>;
type Outcome = NonNullable<Group['outcome']>;

type StoredGroup = Partial<Group> /** One seat, and its vote decided: the outcome says the tally. */ & { sole?: true };

/** `activity_instance.detail` as it is stored: what is empty is left out, most groups have the rule that anyone of them decides, and most votes are of one person. */
export type StoredDetail = { group?: StoredGroup; wayBack?: NonNullable<ActivityInstance['wayBack']> };

export function packDetail({ group, wayBack }: Detail): StoredDetail | null {
  if (!group && !wayBack) return null;
  return { ...(group && { group: packGroup(group) }), ...(wayBack && { wayBack }) };
}

export function unpackDetail(stored: StoredDetail | null): Detail {
  return { group: stored?.group ? unpackGroup(stored.group) : null, wayBack: stored?.wayBack ?? null };
}

function packGroup({ rule, outcome, tally, notes, added }: Group): StoredGroup {
  const sole = tally !== null && outcome !== null && isSole(tally, outcome);
  return {
    ...(rule.rule !== 'any' && { rule }),
    ...(outcome && { outcome }),
    ...(sole ? { sole } : tally && { tally }),
    ...(notes.length > 0 && { notes }),
    ...(added && { added }),
  };
}

function unpackGroup({ sole, ...group }: StoredGroup): Group {
  const outcome = group.outcome ?? null;
  return { rule: { rule: 'any' }, tally: sole && outcome ? soleTally(outcome) : null, notes: [], ...group, outcome };
}

function soleTally(outcome: Outcome): Tally {
  return { approved: outcome === 'approved' ? 1 : 0, rejected: outcome === 'rejected' ? 1 : 0, pending: 0, seats: 1, need: 1 };
}

function isSole({ approved, rejected, pending, seats, need }: Tally, outcome: Outcome): boolean {
  const sole = soleTally(outcome);
  return seats === 1 && need === 1 && pending === 0 && approved === sole.approved && rejected === sole.rejected;
}
