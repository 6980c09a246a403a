import { personName } from '@/lib/format/person';
import type { Locale } from '@/lib/json';
import type { PersonView } from '@/server/instance/views';

/** What is being written after an @ right before the cursor; null when nothing is. An address is no mention. */
export function mentionAt(text: string, cursor: number): { from: number; query: string } | null {
  const match = /(?:^|[^A-Za-z0-9._@-])@([^\s@]{0,20})$/.exec(text.slice(0, cursor));
  return match ? { from: cursor - (match[1] ?? '').length - 1, query: match[1] ?? '' } : null;
}

/** Of these people the ones whose name has what was written, in either language. */
export function matching(people: readonly PersonView[], query: string): PersonView[] {
  const wanted = query.toLowerCase();
  return people
    .filter(({ name, nameEn }) => `${name} ${nameEn} ${nameEn.replaceAll(' ', '')}`.toLowerCase().includes(wanted))
    .slice(0, MOST);
}

/** The text with the person's name in place of what was written, and the cursor behind it. */
export function withMention(
  text: string,
  { from, query }: { from: number; query: string },
  person: PersonView,
  locale: Locale,
): { text: string; cursor: number } {
  const head = `${text.slice(0, from)}@${personName(person, locale)} `;
  return { text: head + text.slice(from + 1 + query.length).replace(/^ /, ''), cursor: head.length };
}

/** Those of the chosen people whose names still stand in the text. */
export function mentioned(text: string, chosen: readonly PersonView[]): string[] {
  const named = new Set(mentionParts(text, chosen).flatMap((part) => (typeof part === 'string' ? [] : [part.id])));
  return [...named];
}

/** A comment's text with the people that it addresses in their places; the longest name counts. */
export function mentionParts(text: string, people: readonly PersonView[]): (string | PersonView)[] {
  const byName = new Map(people.flatMap((person) => [person.nameEn, person.name].filter(Boolean).map((name) => [name, person] as const)));
  if (byName.size === 0) return [text];
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(@(?:${names.join('|')}))`))
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('@') ? (byName.get(part.slice(1)) ?? part) : part));
}

// helpers //////////////////////

const MOST = 6;
