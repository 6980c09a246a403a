'use client';
import { useEffect, useId, useRef } from 'react';
import { type Shortcut, type ShortcutGroup, addGroup } from './registry';

/** Gives the page its keys while mounted and shows them in the `?` sheet. The list may be new on every render. */
export function useShortcuts(entries: readonly Shortcut[], scope: ShortcutGroup['scope'] = 'page'): void {
  const id = useId();
  const latest = useRef(entries);
  useEffect(() => {
    latest.current = entries;
  });
  // Only another set of keys or labels registers anew; `run` is looked up when pressed.
  const signature = JSON.stringify(entries.map(({ keys, label, inFields }) => [keys, label, inFields ?? false]));
  useEffect(() => {
    const named = JSON.parse(signature) as [string, string, boolean][];
    const bound = named.map(([keys, label, inFields]) => ({
      keys,
      label,
      inFields,
      run: () => latest.current.find((entry) => entry.keys === keys)?.run(),
    }));
    return addGroup({ id, scope, entries: bound });
  }, [id, scope, signature]);
}
