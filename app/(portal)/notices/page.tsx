import { ClientOnly } from '@/components/ui/client-only';
import { NoticeList } from '@/components/notices/notice-list';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';

export default function NoticeListPage() {
  return (
    <Page>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <NoticeList />
      </ClientOnly>
    </Page>
  );
}
