import { HomeView } from '@/components/home/home-view';
import { Page } from '@/components/ui/page';

export default function HomePage() {
  return (
    <Page>
      <HomeView />
    </Page>
  );
}
