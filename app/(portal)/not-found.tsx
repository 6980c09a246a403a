import { NotFoundState } from '@/components/shell/not-found';
import { Page } from '@/components/ui/page';

export default function NotFound() {
  return (
    <Page>
      <NotFoundState />
    </Page>
  );
}
