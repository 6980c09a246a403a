import { effectiveAccess } from '@/forms/access/access';
import type { FormSchema } from '@/forms/schema/schema';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { isInline } from '@/server/document/file-types';
import type { StoredDocument } from '@/server/document/stored-document';
import type { People } from './people';
import type { DocumentView } from './request-page';

/** A file of a field that the reader may not see, or only masked, does not exist for the reader. */
export function seesDocument(document: Pick<StoredDocument, 'fieldId'>, schema: FormSchema | null, access: FieldAccess): boolean {
  if (document.fieldId === null) return true;
  const level = schema === null ? 'hidden' : (effectiveAccess(schema, access).fields[document.fieldId] ?? 'hidden');
  return level !== 'hidden' && level !== 'masked';
}

export function toDocumentView(document: StoredDocument, people: People, removable: boolean): DocumentView {
  return {
    id: document.id,
    name: document.name,
    mime: document.mime,
    size: document.size,
    documentTypeId: document.documentTypeId,
    fieldId: document.fieldId,
    elementId: document.elementId,
    uploadedBy: people.of(document.uploadedBy),
    at: document.createdAt,
    inline: isInline(document.mime),
    removable,
  };
}
