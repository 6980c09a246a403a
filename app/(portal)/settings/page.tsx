import { Settings } from '@/components/settings/settings';
import { caller } from '@/server/trpc/caller';
import { titled } from '../../titled';

export const generateMetadata = titled('settings');

export default async function SettingsPage() {
  const api = await caller();
  const [me, sessions] = await Promise.all([api.account.me(), api.account.sessions()]);
  return <Settings me={me} sessions={sessions} />;
}
