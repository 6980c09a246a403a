import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SystemView } from '@/components/system/system-view';
import { Page } from '@/components/ui/page';
import { caller } from '@/server/trpc/caller';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('system'))('title') };
}

export default async function SystemPage() {
  const mail = await (await caller()).notice.mailState();
  return (
    <Page>
      <SystemView initial={mail} />
    </Page>
  );
}
