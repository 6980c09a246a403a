import { ConnectorView } from '@/components/connector/connector-view';
import { Page } from '@/components/ui/page';
import { idIn } from '../../id-in';
import { titled } from '../../../titled';

export const generateMetadata = titled('connectors');

export default async function ConnectorPage({ params }: { params: Promise<{ id: string }> }) {
  const id = await idIn(params, 'id');
  return (
    <Page>
      <ConnectorView id={id} />
    </Page>
  );
}
