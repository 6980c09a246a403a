import { FormList } from '@/components/form-builder/form-list';
import { Page } from '@/components/ui/page';
import { titled } from '../../../titled';

export const generateMetadata = titled('forms');

export default function FormsPage() {
  return (
    <Page>
      <FormList />
    </Page>
  );
}
