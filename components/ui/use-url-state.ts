'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';

/**
 * Filters, sorting, tab or open item of a page, kept in the address so that a link, a reload and the back button restore them.
 * `defaults` names the keys; a value equal to its default stays out of the address. `push` makes a step of history.
 */
export function useUrlState<K extends string>(defaults: Readonly<Record<K, string>>) {
  const params = useSearchParams();
  const pathname = usePathname();
  const state = useMemo(() => {
    const entries = Object.entries<string>(defaults).map(([key, fallback]) => [key, params.get(key) ?? fallback]);
    return Object.fromEntries(entries) as Record<K, string>;
  }, [defaults, params]);
  const set = useCallback(
    (patch: Partial<Record<K, string | null>>, mode: 'replace' | 'push' = 'replace') => {
      const next = new URLSearchParams(window.location.search);
      for (const [key, value] of Object.entries<string | null | undefined>(patch as Record<string, string | null | undefined>)) {
        if (value === null || value === undefined || value === '' || value === defaults[key as K]) next.delete(key);
        else next.set(key, value);
      }
      const search = next.toString();
      const url = `${pathname}${search ? `?${search}` : ''}`;
      if (mode === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [defaults, pathname],
  );
  return [state, set] as const;
}
