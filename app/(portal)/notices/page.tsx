import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientOnly } from '@/components/ui/client-only';
import { NoticeList } from '@/components/notices/notice-list';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notices'))('open') };
}

export default function NoticeListPage() {
  return (
    <Page>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <NoticeList />
      </ClientOnly>
    </Page>
  );
}
