'use client';
import { useCallback, useState } from 'react';

/** Which departments are folded up; everything is open at first. */
export function useTreeFold() {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const setOpen = useCallback((id: string, open: boolean) => {
    setFolded((old) => {
      const next = new Set(old);
      if (open) next.delete(id);
      else next.add(id);
      return next;
    });
  }, []);
  return { isFolded: useCallback((id: string) => folded.has(id), [folded]), setOpen };
}
