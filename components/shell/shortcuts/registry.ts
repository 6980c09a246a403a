export type Shortcut = {
  /** `a`, `?`, `mod+k`, or a sequence: `g i`. */
  keys: string;
  /** Already translated; stands in the `?` sheet. */
  label: string;
  run: () => void;
  /** Also while the cursor is in a field (only with a modifier). */
  inFields?: boolean;
};

export type ShortcutGroup = { id: string; scope: 'everywhere' | 'page'; entries: readonly Shortcut[] };

const SEQUENCE_MS = 1000;

let groups: readonly ShortcutGroup[] = [];
let pending = '';
let pendingSince = 0;
const listeners = new Set<() => void>();

export function addGroup(group: ShortcutGroup): () => void {
  groups = [...groups, group];
  announce();
  return () => {
    groups = groups.filter((other) => other !== group);
    announce();
  };
}

export function shortcutGroups(): readonly ShortcutGroup[] {
  return groups;
}

export function subscribeGroups(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs what a key press means, if anything; the last registered group wins. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const key = keyOf(event);
  if (!key) return;
  const sequence = pending && event.timeStamp - pendingSince < SEQUENCE_MS ? `${pending} ${key}` : key;
  const found = find(sequence, event) ?? (sequence === key ? undefined : find(key, event));
  pending = '';
  if (found) {
    event.preventDefault();
    found.run();
    return;
  }
  const begins = groups.some((group) => group.entries.some((entry) => entry.keys.startsWith(`${key} `)));
  if (begins && !isBusy(event)) {
    pending = key;
    pendingSince = event.timeStamp;
  }
}

function find(keys: string, event: KeyboardEvent): Shortcut | undefined {
  for (const group of groups.toReversed()) {
    const entry = group.entries.find((candidate) => candidate.keys === keys);
    if (entry && (entry.inFields || !isBusy(event))) return entry;
  }
  return undefined;
}

/** The name of a pressed key as shortcuts spell it; nothing for a bare modifier or a combination that belongs to the browser. */
function keyOf(event: KeyboardEvent): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return null;
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase();
  return event.metaKey || event.ctrlKey ? `mod+${event.shiftKey ? 'shift+' : ''}${key}` : key;
}

/** While somebody types, or a dialog is open, letters are letters; Enter and Space belong to the focused control. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]')) return true;
  if (document.querySelector('[aria-modal="true"]')) return true;
  const isActivation = event.key === 'Enter' || event.key === ' ';
  return isActivation && target?.closest('a, button, summary, [role="button"], [role="tab"], [role="option"], [role="menuitem"]') !== null;
}

function announce(): void {
  for (const listener of listeners) listener();
}
