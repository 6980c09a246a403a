import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/json';
import { catalog } from '@/server/i18n/catalog';

/** What a setting is called and how its values are said, in one language; ids are told by the names given. */
export type Words = {
  designer(key: string, params?: Readonly<Record<string, string | number>>): string;
  process(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** Name of a user, department, connector, … by id, of a form's field by id, of an activity by element id. */
  nameOf(id: string): string;
  /** `、` or a comma. */
  list(items: readonly string[]): string;
  /** What belongs to one thing, with a comma. */
  parts(items: readonly string[]): string;
  /** Things that stand for themselves, with a semicolon. */
  several(items: readonly string[]): string;
  /** A head and what it holds, with a colon. */
  headed(head: string, text: string): string;
  locale: Locale;
};

export async function wordsFor(locale: Locale, names: ReadonlyMap<string, string>): Promise<Words> {
  const messages = await catalog(locale);
  const translate = createTranslator({
    locale,
    messages: { designer: messages.designer, process: messages.process },
    onError: () => undefined,
    getMessageFallback: ({ key }) => key.slice(key.lastIndexOf('.') + 1),
  });
  // Keys are made of settings' own names; one that has no word is said as it is.
  const say = translate as unknown as (key: string, params?: Readonly<Record<string, string | number>>) => string;
  return {
    designer: (key, params) => say(`designer.${key}`, params),
    process: (key, params) => say(`process.${key}`, params),
    nameOf: (id) => names.get(id) ?? id,
    list: (items) => items.join(locale === 'zh' ? '、' : ', '),
    parts: (items) => items.join(locale === 'zh' ? '，' : ', '),
    several: (items) => items.join(locale === 'zh' ? '；' : '; '),
    headed: (head, text) => `${head}${locale === 'zh' ? '：' : ': '}${text}`,
    locale,
  };
}
