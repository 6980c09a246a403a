'use client';
import { ErrorState } from '@/components/ui/error-state';
import { Page } from '@/components/ui/page';

export default function PortalError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <Page>
      <ErrorState error={error} onRetry={reset} />
    </Page>
  );
}
