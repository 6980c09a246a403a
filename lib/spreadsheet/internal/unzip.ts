import { TableError } from '../table';

export type ZipEntry = { name: string; data: Uint8Array };

/** What a workbook may grow to when it is unpacked. 5,000 rows of text are about 5 MB; a bomb is thousands. */
export const unzipLimits = { bytes: 12 * 1024 * 1024, entries: 200 };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks the wanted entries of an archive. What it says about its own sizes is not believed: unpacking stops at the limit.
 * Encrypted, spanned and 64-bit archives, other methods than stored and deflated, and entries that lie over each other are refused.
 */
export async function unzip(file: Uint8Array, isWanted: (name: string) => boolean): Promise<ZipEntry[]> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records = readDirectory(file, view).filter(({ name }) => isWanted(name));
  assertApart(records, view);
  let left = unzipLimits.bytes;
  const entries: ZipEntry[] = [];
  for (const record of records) {
    const data = await unpack(file, view, record, left);
    left -= data.byteLength;
    entries.push({ name: record.name, data });
  }
  return entries;
}

// helpers //////////////////////

type Record = { name: string; method: number; packed: number; at: number };

function readDirectory(file: Uint8Array, view: DataView): Record[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || at === 0xffff_ffff) throw new TableError('FILE_TYPE');
  if (count > unzipLimits.entries) throw new TableError('FILE_SIZE');
  const records: Record[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new TableError('BODY_INVALID');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw new TableError('FILE_TYPE');
    const text = new TextDecoder().decode(file.subarray(at + 46, at + 46 + name));
    records.push({ name: text, method, packed: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) });
    at += 46 + name + extra + comment;
  }
  return records;
}

/** The end record is the last thing but a comment of at most 64 KB. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at;
  throw new TableError('FILE_TYPE');
}

function dataStart({ at, packed }: Record, view: DataView): number {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw new TableError('BODY_INVALID');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > view.byteLength) throw new TableError('BODY_INVALID');
  return start;
}

/** One packed stretch that several entries share is how a small file becomes endless. */
function assertApart(records: readonly Record[], view: DataView): void {
  const spans = records
    .map((record) => [dataStart(record, view), dataStart(record, view) + record.packed] as const)
    .toSorted((a, b) => a[0] - b[0]);
  if (spans.some(([start], n) => n > 0 && start < (spans[n - 1]?.[1] ?? 0))) throw new TableError('BODY_INVALID');
}

async function unpack(file: Uint8Array, view: DataView, record: Record, limit: number): Promise<Uint8Array> {
  const start = dataStart(record, view);
  const packed = file.slice(start, start + record.packed);
  if (record.method === 0) {
    if (packed.byteLength > limit) throw new TableError('FILE_SIZE');
    return packed;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limit) throw new TableError('FILE_SIZE');
      chunks.push(part.value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof TableError ? error : new TableError('BODY_INVALID');
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}
