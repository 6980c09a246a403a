import { createTranslator } from 'use-intl/core';
import type { ErrorCode } from '@/lib/errors';
import type { Locale } from '@/lib/json';
import en from '@/messages/en/errors.json';
import zh from '@/messages/zh/errors.json';

type Params = Readonly<Record<string, string | number>>;

const translators = { zh: translator('zh'), en: translator('en') };

/** A text that depends on the kind of its refusal has one for those that name none. */
const NO_KIND = { kind: '', reason: '' };

/** What a code says to a person, with the refusal's values in its slots. */
export function errorText(code: ErrorCode, params: Params, locale: Locale): string {
  return translators[locale](code, { ...NO_KIND, ...params });
}

function translator(locale: Locale): (code: ErrorCode, params: Params) => string {
  const messages: Record<string, string> = locale === 'zh' ? zh : en;
  const translate = createTranslator({
    locale,
    messages,
    onError: () => undefined,
    getMessageFallback: ({ key }) => plain(messages[key]) ?? key,
  });
  return (code, params) => translate(code, params);
}

/** A refusal thrown without the values of its text must still say something: the slots fall out. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/\{[^{}]*\}/g, '…');
}
