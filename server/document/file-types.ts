import { AppError } from '@/lib/errors';
import { isText } from './is-text';
import { zipNames } from './zip-names';

/** The media type a file is served with, by its extension; what is not here is not taken. */
const types: Readonly<Record<string, { mime: string; fits(bytes: Buffer): boolean }>> = {
  pdf: { mime: 'application/pdf', fits: (bytes) => bytes.subarray(0, 1024).includes('%PDF-') },
  png: { mime: 'image/png', fits: startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  jpg: { mime: 'image/jpeg', fits: startsWith([0xff, 0xd8, 0xff]) },
  jpeg: { mime: 'image/jpeg', fits: startsWith([0xff, 0xd8, 0xff]) },
  gif: { mime: 'image/gif', fits: (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) },
  webp: { mime: 'image/webp', fits: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', fits: office('word/') },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fits: office('xl/') },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', fits: office('ppt/') },
  doc: { mime: 'application/msword', fits: isCompound },
  xls: { mime: 'application/vnd.ms-excel', fits: isCompound },
  ppt: { mime: 'application/vnd.ms-powerpoint', fits: isCompound },
  wps: { mime: 'application/vnd.ms-works', fits: isCompound },
  et: { mime: 'application/vnd.ms-excel', fits: isCompound },
  ofd: { mime: 'application/ofd', fits: (bytes) => zipNames(bytes)?.includes('OFD.xml') ?? false },
  zip: { mime: 'application/zip', fits: (bytes) => zipNames(bytes) !== null },
  rar: { mime: 'application/vnd.rar', fits: startsWith([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]) },
  '7z': { mime: 'application/x-7z-compressed', fits: startsWith([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
  txt: { mime: 'text/plain', fits: isText },
  csv: { mime: 'text/csv', fits: isText },
  md: { mime: 'text/markdown', fits: isText },
};

/** Pictures that are safe to show in place: no script can be in them. */
const inlineTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The media type of a file whose content is what its extension says; anything else (svg, html, exe, a lie) is FILE_TYPE. */
export function typeOf(name: string, bytes: Buffer): string {
  const extension = extensionOf(name);
  const type = Object.hasOwn(types, extension) ? types[extension] : undefined;
  if (!type?.fits(bytes)) throw new AppError('FILE_TYPE', { params: { name, extension } });
  return type.mime;
}

/** Lower case, without the dot. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function isInline(mime: string): boolean {
  return inlineTypes.has(mime);
}

// helpers //////////////////////

function startsWith(magic: readonly number[]): (bytes: Buffer) => boolean {
  return (bytes) => bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}

function isCompound(bytes: Buffer): boolean {
  return startsWith([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])(bytes);
}

/** An Office Open XML file of this kind without macros: a macro has no place in a request. */
function office(folder: string): (bytes: Buffer) => boolean {
  return (bytes) => {
    const names = zipNames(bytes);
    return (
      names !== null &&
      names.includes('[Content_Types].xml') &&
      names.some((name) => name.startsWith(folder)) &&
      !names.some((name) => /vbaProject\.bin$/i.test(name))
    );
  };
}
