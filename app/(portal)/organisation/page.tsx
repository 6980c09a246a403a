import { OrganisationView } from '@/components/org/organisation-view';
import { Page } from '@/components/ui/page';

export default function OrganisationPage() {
  return (
    <Page bleed>
      <OrganisationView />
    </Page>
  );
}
