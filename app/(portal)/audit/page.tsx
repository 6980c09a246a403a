import { AuditView } from '@/components/audit/audit-view';
import { Page } from '@/components/ui/page';

export default function AuditPage() {
  return (
    <Page>
      <AuditView />
    </Page>
  );
}
