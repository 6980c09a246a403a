import { HydrationBoundary } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { ClientOnly } from '@/components/ui/client-only';
import { type Reader, prefetch } from '@/server/trpc/prefetch';

type Props = { ask: (reader: Reader) => readonly Promise<unknown>[]; fallback: ReactNode; children: ReactNode };

/** A view with its data in the first paint; what could not be read for it the browser asks for, behind the fallback. */
export async function Prefetched({ ask, fallback, children }: Props) {
  const state = await prefetch(ask);
  if (!state) return <ClientOnly fallback={fallback}>{children}</ClientOnly>;
  return (
    <HydrationBoundary state={state}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </HydrationBoundary>
  );
}
