import { documentsById } from './stored-document';

/** Those of these files that the person has uploaded and that belong to nothing yet. */
export async function ownUnbound(userId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const stored = await documentsById(ids);
  const own = stored.filter(
    (document) => document.uploadedBy === userId && document.rootInstanceId === null && document.removedAt === null,
  );
  return new Set(own.map((document) => document.id));
}
