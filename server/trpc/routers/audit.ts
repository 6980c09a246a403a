import { listAudit, ListAuditInput } from '@/server/audit/list';
import { permitted, router } from '../procedures';

export const auditRouter = router({
  list: permitted('audit.read')
    .input(ListAuditInput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});
