import { isTimeZone, zoneOffset } from '@/lib/zone-offset';
import { pad } from './date';

/** An offset from UTC in seconds, or a place whose offset follows its rules. */
export type Zone = { offset: number } | { id: string };

const MAX_OFFSET = 18 * 3600;
const OFFSET = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/;
const ID = /^@([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*)$/;

/** `Z`, `+08:00` or `@Asia/Shanghai`; null when it is none or the place is unknown. */
export function parseZone(text: string): Zone | null {
  if (text === 'Z' || text === 'z') return { offset: 0 };
  const match = OFFSET.exec(text);
  if (match !== null) {
    const [, sign, hours, minutes, seconds = '0'] = match;
    if (Number(minutes) > 59 || Number(seconds) > 59) return null;
    const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return offset > MAX_OFFSET ? null : { offset: sign === '-' && offset !== 0 ? -offset : offset };
  }
  const id = ID.exec(text)?.[1];
  return id !== undefined && isTimeZone(id) ? { id } : null;
}

export function printOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${pad(size % 60, 2)}`;
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 3600), 2)}:${pad(Math.floor(size / 60) % 60, 2)}${seconds}`;
}

export const printZone = (zone: Zone): string => ('id' in zone ? `@${zone.id}` : printOffset(zone.offset));

/** Rules before 1900 and after 2200 are read at those years: no law reaches further. */
const clampEpoch = (epochSeconds: number): number => Math.min(Math.max(epochSeconds, -2_208_988_800), 7_258_118_400);

/** The offset in force in a place at an instant. */
const offsetAt = (id: string, epochSeconds: number): number => zoneOffset(id, Math.floor(clampEpoch(epochSeconds)) * 1000) / 1000;

export const offsetAtInstant = (zone: Zone, epochSeconds: number): number => ('id' in zone ? offsetAt(zone.id, epochSeconds) : zone.offset);

/** The offset for a wall-clock reading: in a gap the one before it, in an overlap the first. */
export function offsetAtLocal(zone: Zone, localSeconds: number): number {
  if (!('id' in zone)) return zone.offset;
  const before = offsetAt(zone.id, localSeconds - 86_400);
  const after = offsetAt(zone.id, localSeconds + 86_400);
  if (before === after) return before;
  return offsetAt(zone.id, localSeconds - before) === before || offsetAt(zone.id, localSeconds - after) !== after ? before : after;
}
