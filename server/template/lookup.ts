import type { LocalText } from '@/lib/json';
import { query } from '@/server/db/client';
import { orgIndex } from '@/server/org/org-index';
import { demoCompany } from '@/server/seed/demo-company';
import type { ModelPlan } from './model-xml';
import type { Lookup } from './template';

/** Something a template names that this installation does not have, by the name it has in the sample company. */
export type Missing = { kind: 'department' | 'position' | 'role' | 'workGroup' | 'connector'; code: string; name: LocalText };

/** Stands for a connector that is not there: a valid id of none, so that the model keeps what is to be called and says which system is missing. */
const NO_CONNECTOR = '00000000-0000-4000-8000-000000000000';
/** Stands for any other record that is not there until `withoutMissing` takes it out. */
const NONE = '';

/** Finds records by code; what is not there is noted and left open. */
export async function loadLookup(): Promise<{ lookup: Lookup; missing: () => readonly Missing[] }> {
  const [index, { rows }] = await Promise.all([
    orgIndex({ query }),
    query<{ id: string; code: string }>({
      name: 'template_connectors',
      text: 'select id, code from portal.connector where disabled_at is null',
      values: [],
    }),
  ]);
  const connectors = new Map(rows.map((row) => [row.code, row.id]));
  const missing = new Map<string, Missing>();
  const find = (kind: Missing['kind'], records: ReadonlyMap<string, string>, code: string) => {
    const id = records.get(code);
    if (id !== undefined) return id;
    missing.set(`${kind} ${code}`, { kind, code, name: nameOf(kind, code) });
    return kind === 'connector' ? NO_CONNECTOR : NONE;
  };
  const lookup: Lookup = {
    department: (code) => find('department', index.departments, code),
    position: (code) => find('position', index.positions, code),
    role: (code) => find('role', index.roles, code),
    workGroup: (code) => find('workGroup', index.workGroups, code),
    connector: (code) => find('connector', connectors, code),
  };
  return { lookup, missing: () => [...missing.values()] };
}

/** The model without ids of records that are not there: a rule that named nobody else is gone, and the check says that the activity needs one. */
export function withoutMissing(plan: ModelPlan): ModelPlan {
  const emptied = new Set<unknown>();
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) => {
    if (Array.isArray(value)) {
      // A rule that is dropped leaves `undefined` behind.
      const kept = value.filter((item) => item !== NONE && item !== undefined);
      if (kept.length === 0 && value.length > 0) emptied.add(kept);
      return kept;
    }
    const isRule = typeof value === 'object' && value !== null && 'kind' in value && key !== 'starter';
    return isRule && Object.values(value).some((part) => emptied.has(part)) ? undefined : value;
  }) as ModelPlan;
}

// helpers //////////////////////

function nameOf(kind: Missing['kind'], code: string): LocalText {
  const { departments, positions, roles, workGroups } = demoCompany(new Date());
  const all: Record<Missing['kind'], readonly { code: string; zh: string; en: string }[]> = {
    department: departments,
    position: positions,
    role: roles ?? [],
    workGroup: workGroups ?? [],
    connector: [{ code: 'core-system', zh: '核心系统', en: 'Core system' }],
  };
  const { zh, en } = all[kind].find((record) => record.code === code) ?? { zh: code, en: code };
  return { zh, en };
}
