import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectorView } from '@/components/connector/connector-view';
import { Page } from '@/components/ui/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('connectors') };
}

export default async function ConnectorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Page>
      <ConnectorView id={id} />
    </Page>
  );
}
