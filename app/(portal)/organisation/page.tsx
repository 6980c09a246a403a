import { OrganisationView } from '@/components/org/organisation-view';
import { Page } from '@/components/ui/page';
import { titled } from '../../titled';

export const generateMetadata = titled('organisation');

export default function OrganisationPage() {
  return (
    <Page bleed>
      <OrganisationView />
    </Page>
  );
}
