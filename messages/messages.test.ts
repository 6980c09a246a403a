import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorStatus } from '@/lib/errors';
import { namespaces } from './namespaces';

type Tree = { [key: string]: string | Tree };

const files = (locale: string) => readdirSync(join('messages', locale)).map((file) => file.replace('.json', ''));
const read = (locale: string, name: string) => JSON.parse(readFileSync(join('messages', locale, `${name}.json`), 'utf8')) as Tree;

describe('messages', () => {
  it('have a file in each language for every namespace, and no file outside of them', () => {
    expect(files('zh').toSorted()).toEqual([...namespaces].toSorted());
    expect(files('en').toSorted()).toEqual([...namespaces].toSorted());
  });

  it.each(namespaces)('say the same things in both languages: %s', (name) => {
    // given
    const zh = flatten(read('zh', name));
    const en = flatten(read('en', name));
    // then
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
    const differing = [...zh].filter(([key, text]) => slots(text).join() !== slots(en.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(namespaces)('are never empty, and Chinese is Chinese: %s', (name) => {
    const empty = [...flatten(read('zh', name)), ...flatten(read('en', name))].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
    const han = /\p{Script=Han}/u;
    const untranslated = [...flatten(read('en', name))].filter(([key, text]) => han.test(text) && !BOTH.test(`${name}.${key}`));
    expect(untranslated).toEqual([]);
  });

  it('have a text for every code of a refusal', () => {
    expect(Object.keys(read('zh', 'errors')).toSorted()).toEqual(Object.keys(errorStatus).toSorted());
  });

  it('find a slot in a plural and in a tag', () => {
    expect(slots('{count, plural, one {# day of {name}} other {# days}} <b>{when, date, short}</b>')).toEqual([
      '<b>',
      'count',
      'name',
      'when',
    ]);
  });
});

/** Names of languages stand in their own language. */
const BOTH = /^shell\.language\.|\.zh$/;

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** The names a message is filled with, and its tags: the same in both languages, or one of them throws. */
function slots(text: string): string[] {
  const found = new Set<string>();
  for (const [tag] of text.matchAll(/<[a-zA-Z]\w*>/g)) found.add(tag);
  readMessage(text, 0, found);
  return [...found].toSorted();
}

/** Reads to the end of the text or of the branch of a plural or select; returns where it ended. */
function readMessage(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? readSlot(text, at, found) : at + 1;
  return at;
}

function readSlot(text: string, open: number, found: Set<string>): number {
  const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select|selectordinal)\s*,)?/.exec(text.slice(open));
  if (!head?.[1]) return open + 1;
  found.add(head[1]);
  let at = open + head[0].length;
  if (!head[2]) return text.indexOf('}', at) + 1;
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? readMessage(text, at + 1, found) + 1 : at + 1;
  return at + 1;
}
