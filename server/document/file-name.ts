import { AppError } from '@/lib/errors';

const MAX_NAME = 200;

/** The name people see: the last part of a path, NFC, at most 200 characters with its extension kept. Control and direction characters are refused. */
export function cleanFileName(raw: string): string {
  const name = (raw.split(/[\\/]/).at(-1) ?? '').normalize('NFC').trim();
  if (/\p{Surrogate}/u.test(name)) throw new AppError('TEXT_INVALID_UNICODE', { path: 'file' });
  if (/[\p{Cc}\u2028\u2029]/u.test(raw)) throw new AppError('TEXT_CONTROL_CHAR', { path: 'file' });
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)) throw new AppError('TEXT_BIDI', { path: 'file' });
  if (name === '' || name === '.' || name === '..') throw new AppError('FIELD_REQUIRED', { path: 'file' });
  const letters = [...name];
  if (letters.length <= MAX_NAME) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, MAX_NAME - extension.length).join('') + extension;
}

/** RFC 6266: an ASCII name for old clients, the real one percent-encoded; no quote or newline can get out of it. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
