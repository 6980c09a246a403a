import { ClientOnly } from '@/components/ui/client-only';
import { MyRequests } from '@/components/lists/my-requests';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';

export default function MyRequestsPage() {
  return (
    <Page>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <MyRequests />
      </ClientOnly>
    </Page>
  );
}
