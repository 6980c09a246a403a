import type { Locale } from '../json';

export type PersonName = { name: string; nameEn?: string | null };

export function personName(person: PersonName, locale: Locale): string {
  return locale === 'en' ? person.nameEn || person.name : person.name || person.nameEn || '';
}

/** One character for a Chinese name, two initials for a Latin one: what an avatar shows. */
export function initials(person: PersonName, locale: Locale): string {
  const name = personName(person, locale).trim();
  const first = [...name][0] ?? '?';
  if (/\p{Script=Han}/u.test(first)) return first;
  const words = name.split(/\s+/);
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ([...name][1] ?? '');
  return (first + last).toUpperCase();
}
