import type { Metadata } from 'next';
import { ClientOnly } from '@/components/ui/client-only';
import { RequestView } from '@/components/request/request-view';
import { Page } from '@/components/ui/page';
import { HeaderSkeleton } from '@/components/ui/skeletons';
import { caller } from '@/server/trpc/caller';
import { idIn } from '../../id-in';

type Props = { params: Promise<{ id: string }> };

/** The tab is called as the request from the beginning; for whoever may not see it, it has no name. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = await idIn(params, 'id');
  const api = await caller();
  return api.instance.title({ id }).catch(() => ({}));
}

export default async function RequestPage({ params }: Props) {
  const id = await idIn(params, 'id');
  return (
    <ClientOnly
      fallback={
        <Page>
          <HeaderSkeleton />
        </Page>
      }
    >
      <RequestView id={id} />
    </ClientOnly>
  );
}
