import { HomeView } from '@/components/home/home-view';
import { Page } from '@/components/ui/page';
import { CardSkeleton } from '@/components/ui/skeletons';
import { Prefetched } from './prefetched';
import { titled } from '../titled';

export const generateMetadata = titled('home');

export default function HomePage() {
  return (
    <Page>
      <Prefetched
        fallback={<CardSkeleton lines={8} />}
        ask={({ trpc, read }) => [
          read(trpc.task.counts.queryOptions({})),
          read(trpc.task.inbox.queryOptions({ limit: 20 })),
          read(trpc.instance.listMine.queryOptions({ state: 'running', limit: 5 })),
          read(trpc.instance.listMine.queryOptions({ state: 'rework', limit: 5 })),
          read(trpc.instance.launchable.queryOptions({})),
          read(trpc.instance.draftList.queryOptions({})),
          read(trpc.task.toRead.queryOptions({ unread: true, limit: 5 })),
        ]}
      >
        <HomeView />
      </Prefetched>
    </Page>
  );
}
