import type { Definition } from '@/server/bpmn/definition';
import type { StoredDocument } from '@/server/document/stored-document';

/** Who brought a document may take it away again while one of its places is open to him or her; a field's file goes by the field's value. */
export function mayRemove(
  document: Pick<StoredDocument, 'uploadedBy' | 'documentTypeId'>,
  { userId, places, definition }: { userId: string; places: readonly string[]; definition: Definition },
): boolean {
  const type = definition.settings.documents.find((candidate) => candidate.id === document.documentTypeId);
  return document.uploadedBy === userId && type !== undefined && places.some((elementId) => type.addedAt.includes(elementId));
}
