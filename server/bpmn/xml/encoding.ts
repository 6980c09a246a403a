import { limits } from './limits';
import { xmlError } from './xml-error';

export type Decoded = {
  text: string;
  /** Said to be UTF-8 but is not; read as windows-1252. */
  repaired: boolean;
};

/** Encodings kept byte for byte: `encodeXml` writes them back. Others are read, then declared UTF-8. */
const bijective = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'iso-8859-1', 'latin1', 'windows-1252', 'cp1252']);
const converted = new Set([
  'gb2312',
  'gbk',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1254',
]);
const declaration = /^(\uFEFF?<\?xml\s[^?]*?encoding\s*=\s*["'])([A-Za-z0-9._-]+)(["'])/;

/** Bytes of an XML file as text: by byte order mark, else by declaration, else UTF-8. */
export function decodeXml(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.bytes) throw xmlError('MODEL_TOO_LARGE', 'bytes');
  const wide = wideEncoding(bytes);
  if (wide) return { text: declareUtf8(decodeWide(bytes, wide)), repaired: false };
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '');
  const declared = declaredEncoding(head);
  if (converted.has(declared)) return { text: declareUtf8(decodeStrict(bytes, declared)), repaired: false };
  if (!bijective.has(declared)) throw xmlError('MODEL_ENCODING', declared, 1);
  if (declared !== 'utf-8' && declared !== 'utf8') return { text: decodeLatin(bytes), repaired: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), repaired: false };
  } catch {
    return { text: decodeLatin(bytes), repaired: true };
  }
}

/** The bytes of a text in the encoding that it declares; of a file that came through `decodeXml` unchanged, the same bytes. */
export function encodeXml(text: string): Uint8Array {
  const declared = declaredEncoding(text);
  if (declared !== 'iso-8859-1' && declared !== 'latin1' && declared !== 'windows-1252' && declared !== 'cp1252')
    return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = latinByte(text.charCodeAt(at));
    // A character that came in later and that this encoding does not have: the file becomes UTF-8.
    if (byte === undefined) return new TextEncoder().encode(declareUtf8(text));
    bytes[at] = byte;
  }
  return bytes;
}

/** The text without its own idea of its encoding, for a parser that reads text. */
export function declareUtf8(text: string): string {
  return text.replace(declaration, '$1UTF-8$3');
}

// helpers //////////////////////

function declaredEncoding(head: string): string {
  return (declaration.exec(head)?.[2] ?? 'utf-8').toLowerCase();
}

type Wide = 'utf-16le' | 'utf-16be';

function wideEncoding(bytes: Uint8Array): Wide | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && d !== 0 ? 'utf-16be' : null;
}

function decodeWide(bytes: Uint8Array, encoding: Wide): string {
  const text = decodeStrict(bytes, encoding);
  if (!(declaration.exec(text)?.[2]?.toLowerCase() ?? 'utf-16').startsWith('utf-16')) throw xmlError('MODEL_ENCODING', encoding, 1);
  // A document type in wide characters only hides from scanners that look at bytes.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw xmlError('MODEL_ENCODING', encoding, 1);
  return text;
}

function decodeStrict(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw xmlError('MODEL_ENCODING', encoding, 1);
  }
}

const latinTable = (() => {
  const decoded = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map(Array.from(decoded, (character, byte) => [character.charCodeAt(0), byte]));
})();

function decodeLatin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252', { ignoreBOM: true }).decode(bytes);
}

function latinByte(unit: number): number | undefined {
  return latinTable.get(unit);
}
