import { MyRequests } from '@/components/lists/my-requests';
import { mineInput, mineState } from '@/components/lists/mine-state';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { Prefetched } from '../prefetched';
import { titled } from '../../titled';

export const generateMetadata = titled('mine');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MyRequestsPage({ searchParams }: Props) {
  const { state, q } = await searchParams;
  const shown = mineState(state);
  const input = mineInput(shown, typeof q === 'string' ? q : '');
  return (
    <Page>
      <Prefetched
        fallback={<HeaderSkeleton />}
        ask={({ trpc, api, read, firstPage }) => [
          read(trpc.task.counts.queryOptions({})),
          shown === 'drafts'
            ? read(trpc.instance.draftList.queryOptions({}))
            : firstPage(trpc.instance.listMine.infiniteQueryKey(input), api.instance.listMine(input)),
        ]}
      >
        <MyRequests />
      </Prefetched>
    </Page>
  );
}
