let wanted = false;
const listeners = new Set<() => void>();

/** Called by the first toast. */
export function wantNotices(): void {
  if (wanted) return;
  wanted = true;
  for (const listener of listeners) listener();
}

export function noticesWanted(): boolean {
  return wanted;
}

export function subscribeWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
