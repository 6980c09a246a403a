import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { writeAudits } from '@/server/audit/write';
import { hashOneTimePassword } from '@/server/auth/password';
import type { Ctx } from '@/server/context';
import type { Tx } from '@/server/db/unit-of-work';
import { writeSearchKeys } from '@/server/search/write-keys';
import type { ImportPlan } from './import-rows';
import { oneTimePassword } from './one-time-password';
import type { PlannedPerson } from './plan-users';

export type NewPassword = { login: string; name: string; password: string };

/**
 * Writes the people of a plan in a few statements, each change on record. Who is new gets a one-time password when that is wanted, and
 * cannot sign in before there is one.
 */
export async function applyUsers(
  tx: Tx,
  ctx: Ctx,
  { steps }: ImportPlan<PlannedPerson>,
  withPasswords: boolean,
): Promise<readonly NewPassword[]> {
  const changes = steps
    .filter(({ action }) => action !== 'same')
    .map(({ action, value }) => ({ action, ...value, id: value.id ?? newId() }));
  const fresh = withPasswords ? changes.filter(({ action }) => action === 'create') : [];
  const passwords = fresh.map(({ person: { login, name } }): NewPassword => ({ login, name, password: oneTimePassword() }));
  const hashes = new Map(
    await Promise.all(passwords.map(async ({ login, password }) => [login, await hashOneTimePassword(password)] as const)),
  );
  const people = JSON.stringify(
    changes.map(({ id, action, person }) => ({ id, isNew: action === 'create', hash: hashes.get(person.login) ?? null, ...person })),
  );
  const columns = `jsonb_to_recordset($1::jsonb) as n(id uuid, "isNew" boolean, login text, name text, "nameEn" text, email text, "employeeNo" text, phone text, hash text)`;
  await tx.query({
    text: `update portal."user" u set login = n.login, name = n.name, name_en = n."nameEn", email = n.email, employee_no = n."employeeNo", phone = n.phone, rev = u.rev + 1
           from ${columns} where u.id = n.id and not n."isNew"`,
    values: [people],
  });
  await tx.query({
    text: `insert into portal."user" (id, login, name, name_en, email, employee_no, phone, password_hash, must_change_password)
           select n.id, n.login, n.name, n."nameEn", n.email, n."employeeNo", n.phone, n.hash, true from ${columns} where n."isNew"`,
    values: [people],
  });
  await applyPosts(tx, changes);
  const entries = changes.map(({ id, action, before, person, posts }) => ({
    action: action === 'create' ? 'user.created' : 'user.imported',
    subjectKind: 'user',
    subjectId: id,
    ...(before ? { before: { ...before } } : {}),
    after: { ...person, posts: (posts ?? []).map((post): Json => ({ ...post })) },
  }));
  await writeAudits(tx, ctx, entries);
  await writeSearchKeys(tx);
  return passwords;
}

// helpers //////////////////////

async function applyPosts(tx: Tx, changes: readonly { id: string; posts: PlannedPerson['posts'] }[]): Promise<void> {
  const wanted = changes.flatMap(({ id, posts }) =>
    (posts ?? []).map((post) => ({ id: newId(), u: id, d: post.departmentId, p: post.positionId, main: post.isPrimary })),
  );
  const rows = 'jsonb_to_recordset($1::jsonb) as w(id uuid, u uuid, d uuid, p uuid, main boolean)';
  const users = changes.filter(({ posts }) => posts !== null).map(({ id }) => id);
  await tx.query({
    text: `delete from portal.post where user_id = any($2::uuid[]) and not exists (select from ${rows} where w.u = user_id and w.d = department_id and w.p = position_id)`,
    values: [JSON.stringify(wanted), users],
  });
  // The old primary post steps down before the new one steps up: there is never a second.
  await tx.query({
    text: `update portal.post set is_primary = false where user_id = any($2::uuid[]) and is_primary
             and not exists (select from ${rows} where w.u = user_id and w.d = department_id and w.p = position_id and w.main)`,
    values: [JSON.stringify(wanted), users],
  });
  await tx.query({
    text: `insert into portal.post (id, user_id, department_id, position_id, is_primary) select w.id, w.u, w.d, w.p, w.main from ${rows}
           on conflict (user_id, department_id, position_id) do update set is_primary = excluded.is_primary`,
    values: [JSON.stringify(wanted)],
  });
}
