import { ProcessList } from '@/components/flow-designer/process-list';
import { Page } from '@/components/ui/page';
import { titled } from '../../../titled';

export const generateMetadata = titled('processes');

export default function ProcessesPage() {
  return (
    <Page>
      <ProcessList />
    </Page>
  );
}
