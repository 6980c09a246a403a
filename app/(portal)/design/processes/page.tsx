import { ProcessList } from '@/components/flow-designer/process-list';
import { Page } from '@/components/ui/page';

export default function ProcessesPage() {
  return (
    <Page>
      <ProcessList />
    </Page>
  );
}
