import { InboxView } from '@/components/inbox/inbox-view';
import { INBOX_PAGE, isWorkItemId } from '@/components/inbox/walk';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { Prefetched } from '../prefetched';
import { titled } from '../../titled';

export const generateMetadata = titled('inbox');

const wants = { limit: INBOX_PAGE };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: Props) {
  const { scope, item } = await searchParams;
  return (
    <Page bleed>
      <Prefetched
        fallback={<HeaderSkeleton />}
        ask={({ trpc, api, read, firstPage }) => {
          const offered = async () => {
            const page = await api.task.claimable(wants);
            await firstPage(trpc.task.claimable.infiniteQueryKey(wants), Promise.resolve(page));
            return page;
          };
          const list =
            scope === 'claimable'
              ? offered().then(({ items }) => items)
              : read(trpc.task.inbox.queryOptions({ onBehalf: scope === 'onBehalf', limit: INBOX_PAGE })).then(({ groups }) =>
                  groups.flatMap((group) => group.items),
                );
          // The one that opens beside the list: the one in the address, wherever it stands, or the first.
          const opened = list.then(async (items) => {
            const named = typeof item === 'string' && isWorkItemId(item) ? item : null;
            const listed = named === null ? items[0] : items.find(({ workItemId }) => workItemId === named);
            const deep = named !== null && !listed && (await read(trpc.task.inboxItem.queryOptions({ workItemId: named })));
            const found = listed ?? (deep ? deep.item : null);
            return found && read(trpc.instance.byId.queryOptions({ id: found.instanceId }));
          });
          return [read(trpc.task.counts.queryOptions({})), opened];
        }}
      >
        <InboxView />
      </Prefetched>
    </Page>
  );
}
