import { ClientOnly } from '@/components/ui/client-only';
import { DoneList } from '@/components/lists/done-list';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { titled } from '../../titled';

export const generateMetadata = titled('done');

export default function DoneListPage() {
  return (
    <Page>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <DoneList />
      </ClientOnly>
    </Page>
  );
}
