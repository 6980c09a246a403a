import { AuditView } from '@/components/audit/audit-view';
import { Page } from '@/components/ui/page';
import { titled } from '../../titled';

export const generateMetadata = titled('audit');

export default function AuditPage() {
  return (
    <Page>
      <AuditView />
    </Page>
  );
}
