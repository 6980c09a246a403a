import { ClientOnly } from '@/components/ui/client-only';
import { InboxView } from '@/components/inbox/inbox-view';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';

export default function InboxViewPage() {
  return (
    <Page bleed>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <InboxView />
      </ClientOnly>
    </Page>
  );
}
