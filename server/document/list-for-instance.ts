import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { seesDocument, toDocumentView } from '@/server/instance/document-view';
import { mayRemove } from '@/server/instance/may-remove';
import { loadPeople } from '@/server/instance/people';
import { readerAccess } from '@/server/instance/reader-access';
import type { DocumentView } from '@/server/instance/request-page';
import { documentsOf } from './stored-document';

export const ListForInstanceInput = z.strictObject({ instanceId: z.uuid() });
export type ListForInstanceInput = z.infer<typeof ListForInstanceInput>;

/** The files of a request that the reader may see, oldest first. */
export async function listForInstance(ctx: Ctx, { instanceId }: ListForInstanceInput): Promise<readonly DocumentView[]> {
  const { definition, schema, access, places } = await readerAccess(ctx, instanceId);
  const documents = (await documentsOf(instanceId)).filter((document) => seesDocument(document, schema, access));
  const people = await loadPeople(documents.map((document) => document.uploadedBy));
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  return documents.map((document) => toDocumentView(document, people, mayRemove(document, { userId, places, definition })));
}
