import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SystemView } from '@/components/system/system-view';
import { Page } from '@/components/ui/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('system'))('title') };
}

export default function SystemPage() {
  return (
    <Page>
      <SystemView />
    </Page>
  );
}
