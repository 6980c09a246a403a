import { CardSkeleton, HeaderSkeleton } from '@/components/ui/skeletons';
import { Page } from '@/components/ui/page';

export default function Loading() {
  return (
    <Page>
      <HeaderSkeleton />
      <CardSkeleton lines={8} />
    </Page>
  );
}
