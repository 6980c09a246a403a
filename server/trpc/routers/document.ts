import { ListForInstanceInput, listForInstance } from '@/server/document/list-for-instance';
import { RemoveDocumentInput, removeDocument } from '@/server/document/remove';
import { authed, router } from '../procedures';

/** Files come and go by app/api/documents: bytes do not travel as JSON. */
export const documentRouter = router({
  listForInstance: authed
    .meta({ rule: 'who may see the instance' })
    .input(ListForInstanceInput)
    .query(({ ctx, input }) => listForInstance(ctx, input)),
  remove: authed
    .meta({ rule: 'who uploaded it, while it may be changed' })
    .input(RemoveDocumentInput)
    .mutation(({ ctx, input }) => removeDocument(ctx, input)),
});
