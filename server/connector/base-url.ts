import { isIP } from 'node:net';
import { isMetadataAddress, isPrivateAddress } from './guarded-lookup';

/** Where no HTTP service of an outside system lives: mail, shells, name service, databases, caches, queues. */
const FORBIDDEN_PORTS = new Set([
  21, 22, 23, 25, 53, 110, 143, 389, 445, 465, 587, 636, 993, 995, 1433, 1521, 2049, 2375, 2379, 3306, 3389, 5432, 5672, 6379, 9042, 9092,
  11211, 27017,
]);

export type BaseUrlFault = 'syntax' | 'scheme' | 'credentials' | 'extra' | 'port' | 'self' | 'private' | 'metadata';

/** What speaks against registering this address; null when nothing does. Names are looked up, and refused, at each call. */
export function baseUrlFault(text: string, { allowPrivate }: { allowPrivate: boolean }): BaseUrlFault | null {
  if (/[\s\\]/.test(text) || hasControlCharacter(text) || !URL.canParse(text)) return 'syntax';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '' || text.includes('@')) return 'credentials';
  if (url.search !== '' || text.includes('?') || text.includes('#')) return 'extra';
  if (FORBIDDEN_PORTS.has(portOf(url))) return 'port';
  if (isOwnAddress(url)) return 'self';
  const host = hostOf(url);
  if (isIP(host) !== 0 && isMetadataAddress(host)) return 'metadata';
  return !allowPrivate && isPrivateHost(host) ? 'private' : null;
}

// helpers //////////////////////

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

/** The parser has turned every spelling of an IPv4 address (127.1, 0x7f.1, 2130706433, full-width dots) into four numbers. */
function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function isPrivateHost(host: string): boolean {
  return isIP(host) === 0 ? host === 'localhost' || host.endsWith('.localhost') : isPrivateAddress(host);
}

/** A flow that calls the portal itself would act with nobody's rights. */
function isOwnAddress(url: URL): boolean {
  const own = process.env.NEXTAUTH_URL;
  if (own !== undefined && URL.canParse(own) && new URL(own).host === url.host) return true;
  const isLoopback = /^(localhost\.?|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(url.hostname);
  return isLoopback && portOf(url) === Number(process.env.PORT ?? 3000);
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}
