import { ClientOnly } from '@/components/ui/client-only';
import { Gallery } from '@/components/start/gallery';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';

export default function GalleryPage() {
  return (
    <Page>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <Gallery />
      </ClientOnly>
    </Page>
  );
}
