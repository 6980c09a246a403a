import { useState } from 'react';

/** True from the first opening on, so that closing may still fade. */
export function useWanted(opened: boolean): boolean {
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);
  return wanted || opened;
}
