import { ClientOnly } from '@/components/ui/client-only';
import { FillView } from '@/components/start/fill-view';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { idIn } from '../../id-in';
import { titled } from '../../../titled';

export const generateMetadata = titled('start');

export default async function FillPage({ params }: { params: Promise<{ processId: string }> }) {
  const processId = await idIn(params, 'processId');
  return (
    <Page bleed>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <FillView processId={processId} />
      </ClientOnly>
    </Page>
  );
}
