import { AppError, type Issue } from '@/lib/errors';
import type { ProcessSettings } from '@/lib/bpmn/settings';
import type { ExtraWrite } from '@/server/engine/runtime/persist';
import { documentsById, documentsOf, type StoredDocument } from './stored-document';
import { extensionOf } from './file-types';

/** A file to bind: as a document of one of the process's types, or as a value of a form field. */
export type Wanted = { documentId: string; path: string } & ({ documentTypeId: string } | { field: FileField });

export type FileField = { id: string; maxSizeMb: number; formats: readonly string[] };

export type BindInput = {
  userId: string;
  /** Null while the request is being started. */
  instanceId: string | null;
  /** Where it happens: the start event for the applicant. */
  elementId: string;
  types: ProcessSettings['documents'];
  wanted: readonly Wanted[];
  /** The step needs the required documents of its element (submitting and approving do; sending back does not). */
  complete: boolean;
};

/**
 * Checks the files of a step against the process's document types and the form's fields, and gives the write that binds them.
 * Only the uploader can bind a file, once. Null when there is nothing to bind.
 */
export async function bindDocuments(input: BindInput): Promise<ExtraWrite | null> {
  const { wanted, instanceId } = input;
  const expected = input.types.some((type) => type.addedAt.includes(input.elementId));
  if (wanted.length === 0 && !(expected && input.complete)) return null;
  const [stored, bound] = await Promise.all([
    documentsById(wanted.map((one) => one.documentId)),
    instanceId !== null && expected ? documentsOf(instanceId) : [],
  ]);
  const byId = new Map(stored.map((document) => [document.id, document]));
  const issues = [...wanted.flatMap((one) => refusals(one, byId.get(one.documentId), input)), ...typeIssues(input, bound)];
  const [first] = issues;
  if (first) throw new AppError(first.code, { path: first.path, issues, ...(first.params && { params: first.params }) });
  const fresh = wanted.filter((one) => byId.get(one.documentId)?.rootInstanceId === null);
  return fresh.length === 0 ? null : bindWrite(fresh, input);
}

// helpers //////////////////////

function refusals(wanted: Wanted, document: StoredDocument | undefined, input: BindInput): Issue[] {
  const { path } = wanted;
  if (!document || document.removedAt !== null) return [{ code: 'FIELD_REF', path }];
  // A file that the field held before stays, whoever brought it; a new one must be the person's own and free.
  const stays =
    'field' in wanted &&
    document.rootInstanceId !== null &&
    document.rootInstanceId === input.instanceId &&
    document.fieldId === wanted.field.id;
  if (stays) return [];
  if (document.uploadedBy !== input.userId || document.rootInstanceId !== null) return [{ code: 'FIELD_REF', path }];
  if ('field' in wanted) return fileIssues(document, wanted.field, path);
  const type = input.types.find((candidate) => candidate.id === wanted.documentTypeId);
  if (!type?.addedAt.includes(input.elementId)) return [{ code: 'FIELD_OPTION', path }];
  return fileIssues(document, { maxSizeMb: Number.POSITIVE_INFINITY, formats: type.formats }, path);
}

function fileIssues(document: StoredDocument, limits: { maxSizeMb: number; formats: readonly string[] }, path: string): Issue[] {
  const extension = extensionOf(document.name);
  if (limits.formats.length > 0 && !limits.formats.includes(extension))
    return [{ code: 'FILE_TYPE', path, params: { name: document.name, extension } }];
  const max = limits.maxSizeMb * 1024 * 1024;
  return document.size > max ? [{ code: 'FILE_SIZE', path, params: { name: document.name, max } }] : [];
}

/** How many of each type the request would have afterwards. */
function typeIssues({ types, elementId, wanted, complete }: BindInput, bound: readonly StoredDocument[]): Issue[] {
  return types
    .filter((type) => type.addedAt.includes(elementId))
    .flatMap((type): Issue[] => {
      const added = new Set(wanted.flatMap((one) => ('documentTypeId' in one && one.documentTypeId === type.id ? [one.documentId] : [])))
        .size;
      const count = bound.filter((document) => document.documentTypeId === type.id).length + added;
      const path = `documents.${type.id}`;
      if (count > type.maxCount) return [{ code: 'FILE_COUNT', path, params: { max: type.maxCount } }];
      return complete && type.required && count === 0 ? [{ code: 'FIELD_REQUIRED', path }] : [];
    });
}

function bindWrite(fresh: readonly Wanted[], { userId, elementId }: BindInput): ExtraWrite {
  return {
    name: 'docs',
    sql: (param, guard) => `
document_bind as (
  update portal.document d set root_instance_id = $1::uuid, document_type_id = x.document_type_id, field_id = x.field_id, activity_element_id = x.element_id
  from jsonb_to_recordset(${param}::jsonb) as x(id uuid, document_type_id text, field_id text, element_id text, uploaded_by uuid)
  where exists (select from ${guard}) and d.id = x.id and d.uploaded_by = x.uploaded_by and d.root_instance_id is null and d.removed_at is null
  returning d.id
)`,
    // Somebody bound one of them to another request in the meantime: then nothing of the step may stay.
    check: (param, guard) => `exists (select from ${guard}) and (select count(*) from document_bind) < jsonb_array_length(${param}::jsonb)`,
    refusal: () => new AppError('FIELD_REF', { path: 'documents' }),
    payload: [...new Map(fresh.map((one) => [one.documentId, one])).values()].map((one) => ({
      id: one.documentId,
      document_type_id: 'documentTypeId' in one ? one.documentTypeId : null,
      field_id: 'field' in one ? one.field.id : null,
      element_id: elementId,
      uploaded_by: userId,
    })),
  };
}
