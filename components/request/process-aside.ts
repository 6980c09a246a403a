import { type Locale, localText } from '@/lib/json';
import type { RequestPage } from '@/server/instance/request-page';

/** Which process and which number, as stands beside a title; the process is not said again when the title begins with it. */
export function processAside({ title, process, number }: Pick<RequestPage, 'title' | 'process' | 'number'>, locale: Locale): string {
  const name = localText(process.name, locale);
  return title.startsWith(name) ? number : `${name} ${number}`;
}
