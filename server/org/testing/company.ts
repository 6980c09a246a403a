import { newId } from '@/lib/id';
import { permissionsOf, type Role } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { demoCompany } from '@/server/seed/demo-company';
import { writePlan } from '@/server/seed/write-plan';
import { systemContext } from '@/server/system-context';
import type { OrgIndex, OrgNoun } from '../org-index';

/** The sample company in the test's database, with people to act as. */
export async function writeCompany(now = new Date()) {
  const plan = demoCompany(now);
  const org: OrgIndex = await withTransaction((tx) => writePlan(tx, plan, { passwordHash: null, now: now.toISOString() }));
  const id = (noun: OrgNoun, code: string) => {
    const found = org[noun].get(code);
    if (!found) throw new Error(`no ${code} among ${noun}`);
    return found;
  };
  /** Somebody with the grants that the plan gives, or with these. */
  const as = (login: string, grants?: readonly Role[]): Ctx => ({
    ...systemContext('test'),
    actor: {
      kind: 'user',
      userId: id('users', login),
      name: login,
      permissions: permissionsOf(grants ?? plan.users.find((user) => user.login === login)?.grants ?? []),
      sessionId: newId(),
    },
  });
  return { org, id, as };
}

export type Company = Awaited<ReturnType<typeof writeCompany>>;

export async function auditOf(
  action: string,
): Promise<{ actor_id: string | null; subject_id: string; before: unknown; after: unknown; reason: string | null }[]> {
  const { rows } = await query<{ actor_id: string | null; subject_id: string; before: unknown; after: unknown; reason: string | null }>({
    text: 'select actor_id, subject_id, before, after, reason from portal.audit_log where action = $1 order by id',
    values: [action],
  });
  return rows;
}

/** What a refusal says, without its stack. */
export async function refusal(run: Promise<unknown>): Promise<{ code: string; path?: string | undefined }> {
  try {
    await run;
  } catch (error) {
    const { message: code, path } = error as Error & { path?: string };
    return path === undefined ? { code } : { code, path };
  }
  return { code: 'nothing was refused' };
}
