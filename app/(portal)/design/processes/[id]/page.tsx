import { ClientOnly } from '@/components/ui/client-only';
import { FlowDesignerPage } from '@/components/flow-designer/flow-designer-page';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { idIn } from '../../../id-in';
import { titled } from '../../../../titled';

export const generateMetadata = titled('processes');

export default async function ProcessPage({ params }: { params: Promise<{ id: string }> }) {
  const id = await idIn(params, 'id');
  return (
    <Page bleed>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <FlowDesignerPage id={id} />
      </ClientOnly>
    </Page>
  );
}
