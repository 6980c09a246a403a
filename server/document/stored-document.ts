import { query } from '@/server/db/client';
import type { Runner } from '@/server/engine/runtime/runner';

/** A file's metadata as it is stored. */
export type StoredDocument = {
  id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  uploadedBy: string;
  rootInstanceId: string | null;
  documentTypeId: string | null;
  fieldId: string | null;
  elementId: string | null;
  removedAt: string | null;
  createdAt: string;
};

type Row = {
  id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  uploaded_by: string;
  root_instance_id: string | null;
  document_type_id: string | null;
  field_id: string | null;
  activity_element_id: string | null;
  removed_at: string | null;
  created_at: string;
};

const COLUMNS =
  'id, name, mime, size, sha256, uploaded_by, root_instance_id, document_type_id, field_id, activity_element_id, removed_at, created_at';

export async function documentsById(ids: readonly string[], run: Runner = query): Promise<StoredDocument[]> {
  if (ids.length === 0) return [];
  const { rows } = await run<Row>({
    name: 'document_by_id',
    text: `select ${COLUMNS} from portal.document where id = any($1::uuid[])`,
    values: [ids],
  });
  return rows.map(toDocument);
}

/** What belongs to a request and was not removed, oldest first. */
export async function documentsOf(instanceId: string): Promise<StoredDocument[]> {
  const { rows } = await query<Row>({
    name: 'document_of_instance',
    text: `select ${COLUMNS} from portal.document where root_instance_id = $1 and removed_at is null order by id`,
    values: [instanceId],
  });
  return rows.map(toDocument);
}

/** Which requests have a document of which type, as `<request> <type>`. */
export async function documentTypesOf(instanceIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (instanceIds.length === 0) return new Set();
  const { rows } = await query<{ key: string }>({
    name: 'document_types_of_instances',
    text: `select distinct root_instance_id || ' ' || document_type_id as key from portal.document
           where root_instance_id = any($1::uuid[]) and removed_at is null and document_type_id is not null`,
    values: [instanceIds],
  });
  return new Set(rows.map(({ key }) => key));
}

function toDocument(row: Row): StoredDocument {
  return {
    id: row.id,
    name: row.name,
    mime: row.mime,
    size: row.size,
    sha256: row.sha256,
    uploadedBy: row.uploaded_by,
    rootInstanceId: row.root_instance_id,
    documentTypeId: row.document_type_id,
    fieldId: row.field_id,
    elementId: row.activity_element_id,
    removedAt: row.removed_at,
    createdAt: row.created_at,
  };
}
