import { randomInt } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertStrongPassword } from '@/server/auth/password';
import type { LocalText } from '@/lib/json';
import type { Role } from '@/server/auth/permissions';
import type { PlannedUser } from './org-plan';

export type DemoAccount = { login: string; name: string; nameEn: string; role: LocalText; password: string };

/** One person for each part that can be tried: who holds the grant, or for everyday work a named one. */
const PARTS: readonly { role: LocalText; grant?: Role; login?: string }[] = [
  { role: { zh: '系统管理员', en: 'Administrator' }, grant: 'systemAdmin' },
  { role: { zh: '流程设计', en: 'Flow designer' }, grant: 'designer' },
  { role: { zh: '员工', en: 'Employee' }, login: 'lizhuo' },
  { role: { zh: '经理', en: 'Manager' }, login: 'wangmin' },
  { role: { zh: '审计', en: 'Auditor' }, grant: 'auditor' },
  { role: { zh: '运维', en: 'Operator' }, grant: 'operator' },
];

export function accountsOf(people: readonly PlannedUser[], password: string): DemoAccount[] {
  return PARTS.flatMap(({ role, grant, login }) => {
    const person = people.find((one) => (grant === undefined ? one.login === login : one.grants?.includes(grant)));
    return person ? [{ login: person.login, name: person.name, nameEn: person.nameEn, role, password }] : [];
  });
}

/** The password of everybody in the sample company: the one of VERMILION_DEMO_PASSWORD, or a new one for each installation. */
export function demoPassword(): string {
  const wanted = process.env.VERMILION_DEMO_PASSWORD;
  if (wanted === undefined) return Array.from({ length: 3 }, () => group(4)).join('-');
  assertStrongPassword(wanted, '', 'VERMILION_DEMO_PASSWORD');
  return wanted;
}

/** Only the owner may read the file; it is renamed into place, so nobody finds half of it. */
export async function writeAccounts(
  accounts: readonly DemoAccount[],
  folder: string = process.env.VERMILION_DATA ?? 'data',
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'demo-accounts.json');
  await writeFile(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

// helpers //////////////////////

/** Letters and digits that nobody confuses when reading them from a terminal. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

function group(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
