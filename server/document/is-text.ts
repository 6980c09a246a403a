const MARKUP = /^\s*(<\?xml|<!doctype|<html|<svg|<script|<head|<body|<iframe|<math|mime-version:)/i;

/** Plain text in UTF-8, UTF-16 with a mark, or a legacy encoding such as GBK: no control bytes, and no markup that a browser would run. */
export function isText(bytes: Buffer): boolean {
  if (bytes.length >= 2 && (bytes.readUInt16BE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfffe)) {
    const encoding = bytes.readUInt16BE(0) === 0xfeff ? 'utf-16be' : 'utf-16le';
    const text = new TextDecoder(encoding).decode(bytes.subarray(2, 8192));
    return !MARKUP.test(text) && !text.includes('\0');
  }
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) return false;
  return !MARKUP.test(bytes.toString('latin1', 0, 1024).replace(/^\u00ef\u00bb\u00bf/, ''));
}
