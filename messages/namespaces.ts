import type { Locale } from '@/lib/json';
import audit from './zh/audit.json';
import builder from './zh/builder.json';
import common from './zh/common.json';
import connector from './zh/connector.json';
import designer from './zh/designer.json';
import errors from './zh/errors.json';
import expression from './zh/expression.json';
import form from './zh/form.json';
import home from './zh/home.json';
import inbox from './zh/inbox.json';
import lists from './zh/lists.json';
import monitor from './zh/monitor.json';
import notices from './zh/notices.json';
import org from './zh/org.json';
import problem from './zh/problem.json';
import process from './zh/process.json';
import request from './zh/request.json';
import settings from './zh/settings.json';
import shell from './zh/shell.json';
import signIn from './zh/signIn.json';
import start from './zh/start.json';
import status from './zh/status.json';
import system from './zh/system.json';

/**
 * One line a namespace, in alphabetical order: the Chinese file gives the keys their types, `loadMessages` reads both languages.
 * A new namespace is two files, one import above, one line here and two below.
 */
const zh = {
  audit,
  builder,
  common,
  connector,
  designer,
  errors,
  expression,
  form,
  home,
  inbox,
  lists,
  monitor,
  notices,
  org,
  problem,
  process,
  request,
  settings,
  shell,
  signIn,
  start,
  status,
  system,
};

export type Messages = typeof zh;
export type Namespace = keyof Messages;

const en: Record<Namespace, () => Promise<{ default: unknown }>> = {
  audit: () => import('./en/audit.json'),
  builder: () => import('./en/builder.json'),
  common: () => import('./en/common.json'),
  connector: () => import('./en/connector.json'),
  designer: () => import('./en/designer.json'),
  errors: () => import('./en/errors.json'),
  expression: () => import('./en/expression.json'),
  form: () => import('./en/form.json'),
  home: () => import('./en/home.json'),
  inbox: () => import('./en/inbox.json'),
  lists: () => import('./en/lists.json'),
  monitor: () => import('./en/monitor.json'),
  notices: () => import('./en/notices.json'),
  org: () => import('./en/org.json'),
  problem: () => import('./en/problem.json'),
  process: () => import('./en/process.json'),
  request: () => import('./en/request.json'),
  settings: () => import('./en/settings.json'),
  shell: () => import('./en/shell.json'),
  signIn: () => import('./en/signIn.json'),
  start: () => import('./en/start.json'),
  status: () => import('./en/status.json'),
  system: () => import('./en/system.json'),
};

export const namespaces = Object.keys(zh) as Namespace[];

/** Half of all words, and only designers read them: pages outside of the studio do without (components/shell/studio-messages.tsx). */
export const studioNamespaces: readonly Namespace[] = ['builder', 'designer', 'expression', 'problem'];

/** What whoever is not signed in reads: the sign-in, and that there is no such page. */
export const strangerNamespaces: readonly Namespace[] = ['common', 'errors', 'shell', 'signIn'];

/** The messages of a language; a test keeps both languages the same in keys and slots, so one type serves both. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'zh') return zh;
  const loaded = await Promise.all(namespaces.map(async (name) => [name, (await en[name]()).default]));
  return Object.fromEntries(loaded) as Messages;
}
