import { Gallery } from '@/components/start/gallery';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { Prefetched } from '../prefetched';
import { titled } from '../../titled';

export const generateMetadata = titled('start');

export default function GalleryPage() {
  return (
    <Page>
      <Prefetched fallback={<HeaderSkeleton />} ask={({ trpc, read }) => [read(trpc.instance.launchable.queryOptions({}))]}>
        <Gallery />
      </Prefetched>
    </Page>
  );
}
