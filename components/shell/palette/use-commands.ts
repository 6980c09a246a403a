'use client';
import { useEffect, useRef } from 'react';
import { addCommands } from './page-registry';
import type { Command } from './command';

/** Puts a page's own actions into the command palette while it is mounted. The list may be new on every render. */
export function useCommands(commands: readonly Pick<Command, 'id' | 'label' | 'hint' | 'keywords' | 'run'>[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const signature = JSON.stringify(commands.map(({ id, label, hint, keywords }) => ({ id, label, hint, keywords })));
  useEffect(() => {
    const named = JSON.parse(signature) as Command[];
    return addCommands(named.map((command) => ({ ...command, run: () => latest.current.find(({ id }) => id === command.id)?.run?.() })));
  }, [signature]);
}
