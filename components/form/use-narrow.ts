'use client';

import { useMediaQuery } from '@mantine/hooks';
import { createContext, useContext } from 'react';

const NarrowContext = createContext(false);
/** True around a form that is shown as on a phone, however wide the window is. */
export const NarrowProvider = NarrowContext.Provider;

/** Whether there is only room for one column. */
export function useNarrow(): boolean {
  const forced = useContext(NarrowContext);
  const narrow = useMediaQuery('(max-width: 767.98px)');
  return forced || narrow === true;
}
