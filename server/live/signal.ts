/** What changed for whom. It carries ids only: each page asks again for what it shows, so rights are checked where they always are. */
export type LiveSignal = { userIds: readonly string[]; rootInstanceIds: readonly string[] };

export const LIVE_CHANNEL = 'vm_live';
/** NOTIFY payloads must stay below 8000 bytes; an id is 39 bytes in JSON. */
const IDS_PER_MESSAGE = 150;

export function encodeSignal(signal: LiveSignal): string[] {
  const messages: string[] = [];
  const longest = Math.max(signal.userIds.length, signal.rootInstanceIds.length);
  for (let from = 0; from < longest; from += IDS_PER_MESSAGE / 2) {
    const to = from + IDS_PER_MESSAGE / 2;
    messages.push(JSON.stringify({ u: signal.userIds.slice(from, to), r: signal.rootInstanceIds.slice(from, to) }));
  }
  return messages;
}

export function decodeSignal(message: string): LiveSignal | null {
  try {
    const parsed = JSON.parse(message) as { u?: unknown; r?: unknown };
    if (!Array.isArray(parsed.u) || !Array.isArray(parsed.r)) return null;
    return { userIds: parsed.u.map(String), rootInstanceIds: parsed.r.map(String) };
  } catch {
    return null;
  }
}
