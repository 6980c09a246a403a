import { effectiveAccess } from '@/forms/access/access';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldsOf } from '@/forms/schema/walk';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { AppError, type Issue } from '@/lib/errors';
import { query } from '@/server/db/client';
import { parseDataPath } from '@/server/engine/core/data/data-path';
import type { DataChange } from '@/server/engine/core/event';
import type { InstanceData } from '@/server/engine/core/state';

export type Seen = {
  instanceId: string;
  data: InstanceData;
  schema: FormSchema | null;
  access: FieldAccess /** What the person had before the eyes. */;
  rev: number;
};

/**
 * Refuses a decision that was made on values which have changed since, as far as the person can see them: STALE_VIEW names the
 * fields. What others changed out of sight stops nobody.
 */
export async function requireFreshView({ instanceId, data, schema, access, rev }: Seen): Promise<void> {
  if (rev === data.rev) return;
  if (rev > data.rev) throw new AppError('STALE_VIEW', { path: 'rev' });
  const { rows } = await query<{ changes: DataChange[] }>({
    name: 'snapshot_since',
    text: 'select changes from portal.snapshot where root_instance_id = $1 and rev_after > $2 order by seq',
    values: [instanceId, rev],
  });
  const changed = new Set(rows.flatMap((row) => row.changes.map((change) => parseDataPath(change.path).key)));
  const visible = schema === null ? [] : visibleKeys(schema, access).filter((key) => changed.has(key));
  if (visible.length === 0) return;
  const issues = visible.map((path): Issue => ({ code: 'STALE_VIEW', path }));
  throw new AppError('STALE_VIEW', { path: visible[0] ?? 'rev', issues });
}

function visibleKeys(schema: FormSchema, access: FieldAccess): string[] {
  const levels = effectiveAccess(schema, access).fields;
  return fieldsOf(schema)
    .filter((field) => levels[field.id] !== 'hidden')
    .map((field) => field.key);
}
