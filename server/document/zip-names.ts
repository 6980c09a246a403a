const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MAX_ENTRIES = 20_000;

/** The entry names of a zip file from its central directory, or null when it is none. Nothing is ever unpacked. */
export function zipNames(bytes: Buffer): string[] | null {
  if (bytes.length < 22 || bytes.toString('latin1', 0, 2) !== 'PK') return null;
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < Math.min(count, MAX_ENTRIES); index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

/** The end record is in the last 64 KB: a comment may follow it. */
function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}
