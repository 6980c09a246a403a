import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Settings } from '@/components/settings/settings';
import { caller } from '@/server/trpc/caller';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const api = await caller();
  const [me, sessions] = await Promise.all([api.account.me(), api.account.sessions()]);
  return <Settings me={me} sessions={sessions} />;
}
