/**
 * What changed for whom. It carries ids only: each page asks again for what it shows, so rights are checked where they always are.
 * `sessionsOf` names people some of whose sessions have ended: their streams look whether their own is among them.
 */
export type LiveSignal = { userIds: readonly string[]; rootInstanceIds: readonly string[]; sessionsOf: readonly string[] };

export const LIVE_CHANNEL = 'vm_live';
/** NOTIFY payloads must stay below 8000 bytes; an id is 39 bytes in JSON. */
const IDS_PER_MESSAGE = 150;

export function encodeSignal(signal: LiveSignal): string[] {
  const messages: string[] = [];
  const { userIds, rootInstanceIds, sessionsOf } = signal;
  const longest = Math.max(userIds.length, rootInstanceIds.length, sessionsOf.length);
  for (let from = 0; from < longest; from += IDS_PER_MESSAGE / 3) {
    const to = from + IDS_PER_MESSAGE / 3;
    messages.push(JSON.stringify({ u: userIds.slice(from, to), r: rootInstanceIds.slice(from, to), s: sessionsOf.slice(from, to) }));
  }
  return messages;
}

export function decodeSignal(message: string): LiveSignal | null {
  try {
    const parsed = JSON.parse(message) as { u?: unknown; r?: unknown; s?: unknown };
    if (!Array.isArray(parsed.u) || !Array.isArray(parsed.r) || !Array.isArray(parsed.s)) return null;
    return { userIds: parsed.u.map(String), rootInstanceIds: parsed.r.map(String), sessionsOf: parsed.s.map(String) };
  } catch {
    return null;
  }
}
