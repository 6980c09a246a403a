import type { ReactNode } from 'react';

export type Command = {
  id: string;
  label: string;
  /** Faint, behind the label: a number, a department. */
  hint?: string;
  /** Further words it is found by: the other language, a code. */
  keywords?: string;
  /** How its Chinese name is read. */
  reading?: string;
  icon?: ReactNode;
  href?: string;
  run?: () => void;
};

export type CommandResult = { title: string; commands: readonly Command[]; isLoading?: boolean };
