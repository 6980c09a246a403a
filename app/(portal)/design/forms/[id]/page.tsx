import { ClientOnly } from '@/components/ui/client-only';
import { FormBuilderPage } from '@/components/form-builder/form-builder-page';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { idIn } from '../../../id-in';
import { titled } from '../../../../titled';

export const generateMetadata = titled('forms');

export default async function FormPage({ params }: { params: Promise<{ id: string }> }) {
  const id = await idIn(params, 'id');
  return (
    <Page bleed>
      <ClientOnly fallback={<HeaderSkeleton />}>
        <FormBuilderPage id={id} />
      </ClientOnly>
    </Page>
  );
}
