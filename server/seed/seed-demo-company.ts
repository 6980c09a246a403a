import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { hashPassword } from '@/server/auth/password';
import { systemContext } from '@/server/system-context';
import { processCategory } from '@/server/db/schema/process';
import { type Tx, withTransaction } from '@/server/db/unit-of-work';
import { accountsOf, demoPassword, writeAccounts } from './demo-accounts';
import { demoCategories, demoCompany } from './demo-company';
import { writePlan } from './write-plan';

/** Names the deed in portal.installation, and is the key of the lock that lets one node do it. */
const DEED = 'demo-company';

/**
 * Fills an empty database with the sample company and writes the accounts to try it with into the data folder, once per installation
 * and from one node only; VERMILION_DEMO=off (or 0) leaves the database empty. Says whether this call did it.
 */
export async function seedDemoCompany(now: Date = new Date()): Promise<boolean> {
  if (process.env.VERMILION_DEMO === 'off' || process.env.VERMILION_DEMO === '0') return false;
  // Most starts find it done; the password, which takes time to hash, is only made for one that does not.
  if (!(await withTransaction(isEmpty, { readOnly: true }))) return false;
  const password = demoPassword();
  const passwordHash = await hashPassword(password);
  return withTransaction(async (tx) => {
    await tx.query({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [`vermilion:${DEED}`] });
    if (!(await isEmpty(tx))) return false;
    const at = now.toISOString();
    const plan = demoCompany(now);
    await writePlan(tx, plan, { passwordHash, now: at });
    await tx.drizzle
      .insert(processCategory)
      .values(demoCategories.map(({ code, zh, en }, sortOrder) => ({ id: newId(), code, nameZh: zh, nameEn: en, sortOrder })));
    await tx.query({
      text: 'insert into portal.installation (key, value, at) values ($1, $2, $3)',
      values: [DEED, JSON.stringify({ people: plan.users.length }), at],
    });
    await writeAudit(tx, systemContext(DEED), {
      action: 'installation.seeded',
      subjectKind: 'installation',
      subjectId: DEED,
      after: { people: plan.users.length },
    });
    // Before the commit: without the file nobody could sign in, and a file whose commit fails is written over at the next start.
    await writeAccounts(accountsOf(plan.users, password));
    return true;
  });
}

// helpers //////////////////////

async function isEmpty(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ empty: boolean }>({
    text: 'select not exists (select from portal."user") and not exists (select from portal.installation where key = $1) as empty',
    values: [DEED],
  });
  return rows[0]?.empty ?? false;
}
