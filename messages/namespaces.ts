import type { Locale } from '@/lib/json';
import common from './zh/common.json';
import errors from './zh/errors.json';
import settings from './zh/settings.json';
import shell from './zh/shell.json';
import signIn from './zh/signIn.json';
import status from './zh/status.json';

/**
 * One line a namespace, in alphabetical order: the Chinese file gives the keys their types, `loadMessages` reads both languages.
 * A new namespace is two files, one import above, one line here and two below.
 */
const zh = { common, errors, settings, shell, signIn, status };

export type Messages = typeof zh;
export type Namespace = keyof Messages;

const en: Record<Namespace, () => Promise<{ default: unknown }>> = {
  common: () => import('./en/common.json'),
  errors: () => import('./en/errors.json'),
  settings: () => import('./en/settings.json'),
  shell: () => import('./en/shell.json'),
  signIn: () => import('./en/signIn.json'),
  status: () => import('./en/status.json'),
};

export const namespaces = Object.keys(zh) as Namespace[];

/** The messages of a language; a test keeps both languages the same in keys and slots, so one type serves both. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'zh') return zh;
  const loaded = await Promise.all(namespaces.map(async (name) => [name, (await en[name]()).default]));
  return Object.fromEntries(loaded) as Messages;
}
