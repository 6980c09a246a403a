import { AppError } from '@/lib/errors';
import type { Definition } from '@/server/bpmn/definition';
import { query } from '@/server/db/client';
import { Lru } from '@/lib/lru';

export type ProcessVersion = { id: string; processId: string; no: number; formVersionId: string | null; definition: Definition };

const versions = new Lru<ProcessVersion>(200);

/** The compiled definition of a published version. Versions are immutable, so what was read once is never read again. */
export async function getDefinition(versionId: string): Promise<Definition> {
  return (await getVersion(versionId)).definition;
}

/** A published version with what the engine's shell needs of it. */
export async function getVersion(versionId: string): Promise<ProcessVersion> {
  const known = versions.get(versionId);
  if (known) return known;
  const { rows } = await query<{ id: string; process_id: string; no: number; form_version_id: string | null; definition: Definition }>({
    name: 'process_version_read',
    text: 'select id, process_id, no, form_version_id, definition from portal.process_version where id = $1',
    values: [versionId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const version = { id: row.id, processId: row.process_id, no: row.no, formVersionId: row.form_version_id, definition: row.definition };
  versions.set(versionId, version);
  return version;
}
