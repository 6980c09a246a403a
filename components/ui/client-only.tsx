'use client';

import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Pages whose data is asked for by the browser: the server sends the frame and the skeleton, and asks nothing on a visitor's behalf. */
export function ClientOnly({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return mounted ? <Suspense fallback={fallback}>{children}</Suspense> : fallback;
}
