import { useEffect } from 'react';

/** Safari has no idle callback; by then a page is done with itself. */
const LATER_MS = 1500;

/** Fetches the code of what the reader opens next, once the page has nothing else to do; not for readers who pay by the byte. */
export function useSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (connection?.saveData) return undefined;
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => void load(), LATER_MS);
      return () => clearTimeout(timer);
    }
    const id = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(id);
  }, [load]);
}
