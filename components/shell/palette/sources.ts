import type { ReactNode } from 'react';
import { usePageCommands } from './use-page-commands';
import { useActionCommands } from './use-action-commands';

export type Command = {
  id: string;
  label: string;
  /** Faint, behind the label: a number, a department. */
  hint?: string;
  /** Further words it is found by: pinyin, the other language, a code. */
  keywords?: string;
  icon?: ReactNode;
  href?: string;
  run?: () => void;
};

export type CommandResult = { title: string; commands: readonly Command[]; isLoading?: boolean };

/** Where the palette's entries come from, in the order of its groups. A source filters by the query itself; one line per source. */
export const commandSources: readonly ((query: string) => CommandResult)[] = [usePageCommands, useActionCommands];
