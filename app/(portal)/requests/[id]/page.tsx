import { ClientOnly } from '@/components/ui/client-only';
import { RequestView } from '@/components/request/request-view';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { idIn } from '../../id-in';
import { titled } from '../../../titled';

export const generateMetadata = titled('mine');

export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const id = await idIn(params, 'id');
  return (
    <ClientOnly
      fallback={
        <Page>
          <HeaderSkeleton />
        </Page>
      }
    >
      <RequestView id={id} />
    </ClientOnly>
  );
}
