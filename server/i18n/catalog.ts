import type { Locale } from '@/lib/json';
import { loadMessages, type Messages } from '@/messages/namespaces';

const catalogs = new Map<Locale, Promise<Messages>>();

/** All messages of a language, read once per process. */
export function catalog(locale: Locale): Promise<Messages> {
  const known = catalogs.get(locale);
  if (known) return known;
  const loading = loadMessages(locale);
  catalogs.set(locale, loading);
  return loading;
}
