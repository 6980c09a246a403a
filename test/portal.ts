import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import type { Permission } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { ModelBuilder } from '@/server/engine/testing/builder';

/** A small company in the test's own database: people, departments and published processes, written straight into the tables. */

export type TestUser = { id: string; name: string };

export async function addUser(name: string, more: { departmentId?: string; positionId?: string } = {}): Promise<TestUser> {
  const id = newId();
  await query({
    text: `insert into portal."user" (id, login, email, name, name_en) values ($1, $2, $3, $4, $5)`,
    values: [id, `${name}-${id}`, null, name, `${name} en`],
  });
  if (more.departmentId) await addPost(id, more.departmentId, more.positionId ?? (await anyPosition()), true);
  return { id, name };
}

export async function addPost(userId: string, departmentId: string, positionId: string, isPrimary: boolean): Promise<void> {
  await query({
    text: 'insert into portal.post (id, user_id, department_id, position_id, is_primary) values ($1, $2, $3, $4, $5)',
    values: [newId(), userId, departmentId, positionId, isPrimary],
  });
}

export async function addPosition(name: string, rank: number): Promise<string> {
  const id = newId();
  await query({
    text: 'insert into portal.position (id, code, name_zh, name_en, rank) values ($1, $2, $3, $3, $4)',
    values: [id, `${name}-${id}`, name, rank],
  });
  return id;
}

export async function addDepartment(
  name: string,
  more: { parent?: { id: string; path: string }; headId?: string } = {},
): Promise<{ id: string; path: string }> {
  const id = newId();
  const path = more.parent ? `${more.parent.path}/${id}` : id;
  await query({
    text: 'insert into portal.department (id, code, name_zh, name_en, parent_id, path, head_id) values ($1, $2, $3, $3, $4, $5, $6)',
    values: [id, `${name}-${id}`, name, more.parent?.id ?? null, path, more.headId ?? null],
  });
  return { id, path };
}

export type TestProcess = { processId: string; versionId: string; definition: Definition };

export async function publish(
  source: Definition | ModelBuilder,
  more: { formVersionId?: string; ownerIds?: string[]; name?: string; xml?: string } = {},
): Promise<TestProcess> {
  const definition = 'build' in source ? source.build() : source;
  const processId = newId();
  await query({
    text: `insert into portal.process (id, key, name_zh, name_en, draft_xml, owner_ids) values ($1, $2, $3, $3, '', $4::uuid[])`,
    values: [processId, `p_${processId}`, more.name ?? definition.name, more.ownerIds ?? []],
  });
  return publishAgain(processId, definition, more);
}

/** A further version of the same process. */
export async function publishAgain(
  processId: string,
  definition: Definition,
  more: { formVersionId?: string; xml?: string } = {},
): Promise<TestProcess> {
  const versionId = newId();
  await query({
    text: `with v as (
             insert into portal.process_version (id, process_id, no, xml, definition, form_version_id, hash)
             select $1, $2, 1 + (select count(*) from portal.process_version where process_id = $2), $3, $4::jsonb, $5, '' returning id
           )
           update portal.process set latest_version_id = $1 where id = $2`,
    values: [versionId, processId, more.xml ?? '<definitions/>', JSON.stringify(definition), more.formVersionId ?? null],
  });
  return { processId, versionId, definition };
}

/** A context as the API makes it; `clock` moves by the test alone. */
export function ctxOf(
  user: TestUser,
  permissions: readonly Permission[] = ['workbench.use'],
  clock: { now: Date } = { now: new Date() },
): Ctx {
  return {
    actor: { kind: 'user', userId: user.id, name: user.name, permissions: new Set(permissions), sessionId: newId() },
    requestId: newId(),
    ip: null,
    locale: 'zh',
    timeZone: 'Asia/Shanghai',
    now: () => clock.now,
  };
}

/** The code of the refusal, or null when nothing was refused. */
export async function refusalOf(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}

export async function countRows(table: string, where = 'true', values: readonly unknown[] = []): Promise<number> {
  const { rows } = await query<{ n: number }>({ text: `select count(*)::int as n from portal.${table} where ${where}`, values });
  return rows[0]?.n ?? 0;
}

let position: Promise<string> | undefined;
function anyPosition(): Promise<string> {
  return (position ??= addPosition('staff', 6));
}
