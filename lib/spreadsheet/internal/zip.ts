import type { ZipEntry } from './unzip';

/** Packs entries without compressing them: what the reader of workbooks gets is exactly what was checked. */
export function zipStored(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const label = new TextEncoder().encode(name);
    const common = [20, 0, 0, 0, 0x21] as const;
    const sizes = [crc32(data), data.byteLength, data.byteLength] as const;
    const local = record(30, [0x04034b50], common, sizes, [label.byteLength, 0]);
    const central = record(46, [0x02014b50], [20, ...common], sizes, [label.byteLength, 0, 0, 0, 0], [0, offset]);
    locals.push(local, label, data);
    centrals.push(central, label);
    offset += local.byteLength + label.byteLength + data.byteLength;
  }
  const directory = centrals.reduce((sum, part) => sum + part.byteLength, 0);
  const end = record(22, [0x06054b50], [0, 0, entries.length, entries.length], [directory, offset], [0]);
  return concat([...locals, ...centrals, end]);
}

// helpers //////////////////////

/** Groups of fields, by turns four and two bytes wide, little-endian. */
function record(size: number, ...groups: readonly (readonly number[])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  groups.forEach((fields, n) => {
    for (const value of fields) {
      if (n % 2 === 0) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += n % 2 === 0 ? 4 : 2;
    }
  });
  return new Uint8Array(view.buffer);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(data: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of data) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffff_ffff) >>> 0;
}
