import type { OrgKind } from '@/server/org/org-option';

const KEPT = 6;

/** What this person chose last in this browser, newest first. Storage may be full, forbidden or spoiled: then nothing is recent. */
export function recentIds(userId: string, kind: OrgKind): string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(keyOf(userId, kind)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string' && UUID.test(id)).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(userId: string, kind: OrgKind, id: string): void {
  try {
    const next = [id, ...recentIds(userId, kind).filter((known) => known !== id)].slice(0, KEPT);
    window.localStorage.setItem(keyOf(userId, kind), JSON.stringify(next));
  } catch {
    return;
  }
}

// helpers //////////////////////

const UUID = /^[0-9a-f-]{36}$/i;

function keyOf(userId: string, kind: OrgKind): string {
  return `vm-recent-${kind}-${userId}`;
}
