import { ClientOnly } from '@/components/ui/client-only';
import { ReadingList } from '@/components/lists/reading-list';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { titled } from '../../titled';

export const generateMetadata = titled('reading');

export default function ReadingListPage() {
  return (
    <Page>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <ReadingList />
      </ClientOnly>
    </Page>
  );
}
