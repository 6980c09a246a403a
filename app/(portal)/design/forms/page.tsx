import { FormList } from '@/components/form-builder/form-list';
import { Page } from '@/components/ui/page';

export default function FormsPage() {
  return (
    <Page>
      <FormList />
    </Page>
  );
}
