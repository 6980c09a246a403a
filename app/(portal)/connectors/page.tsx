import { ConnectorList } from '@/components/connector/connector-list';
import { Page } from '@/components/ui/page';
import { titled } from '../../titled';

export const generateMetadata = titled('connectors');

export default function ConnectorsPage() {
  return (
    <Page>
      <ConnectorList />
    </Page>
  );
}
