import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectorList } from '@/components/connector/connector-list';
import { Page } from '@/components/ui/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('connectors') };
}

export default function ConnectorsPage() {
  return (
    <Page>
      <ConnectorList />
    </Page>
  );
}
