import { ClientOnly } from '@/components/ui/client-only';
import { MonitorView } from '@/components/monitor/monitor-view';
import { Page } from '@/components/ui/page';
import { CardSkeleton, HeaderSkeleton } from '@/components/ui/skeletons';
import { titled } from '../../titled';

export const generateMetadata = titled('monitor');

export default function MonitorPage() {
  return (
    <Page>
      <ClientOnly
        fallback={
          <>
            <HeaderSkeleton />
            <CardSkeleton lines={8} />
          </>
        }
      >
        <MonitorView />
      </ClientOnly>
    </Page>
  );
}
