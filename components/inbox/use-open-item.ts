'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

/**
 * The item that is open, and the address that names it. The address follows a moment later; the next key must find the new item at once,
 * so the item is kept here, and the address is heard only when somebody else has changed it (back, forward, a link).
 */
export function useOpenItem(): { wanted: string | null; show(next: URLSearchParams): void } {
  const pathname = usePathname();
  const named = useSearchParams().get('item');
  const [wanted, setWanted] = useState(named);
  const written = useRef<(string | null)[]>([]);
  useEffect(() => {
    const at = written.current.indexOf(named);
    if (at >= 0) written.current.splice(0, at + 1);
    else setWanted(named);
  }, [named]);
  // Past the router: everything that the next step needs is here or asked for by name, the page need not be made again.
  const show = (next: URLSearchParams) => {
    const item = next.get('item');
    if (item !== (written.current.at(-1) ?? named)) written.current.push(item);
    setWanted(item);
    window.history.replaceState(null, '', next.size > 0 ? `${pathname}?${next}` : pathname);
  };
  return { wanted, show };
}
