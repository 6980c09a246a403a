let lastMs = 0;
let sequence = 0;

/** Random bytes for 64 ids at a time: asking for eight costs as much as asking for five hundred. */
const pool = new Uint8Array(512);
let used = pool.length;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids of one
 * millisecond in order (method 1 of §6.2), then 62 random bits. Time order keeps index pages warm:
 * UUIDv4 keys cost 13 times the WAL (docs/adr/0004).
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = HEX[(randomByte() & 0x3f) | 0x80];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${hex()}-${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}`;
}

/** Whether it is a UUIDv7: sorts by when it was made. */
export function isTimeOrdered(id: string): boolean {
  return id[14] === '7';
}

// helpers //////////////////////

function randomByte(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  return pool[used++] ?? 0;
}

function hex(): string {
  return HEX[randomByte()] ?? '';
}
