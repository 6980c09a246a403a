import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { demoAccounts } from './demo-accounts';

const before = process.env.VERMILION_DATA;
afterEach(() => {
  if (before === undefined) delete process.env.VERMILION_DATA;
  else process.env.VERMILION_DATA = before;
});

it('an account without an English name is offered like the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-accounts-'));
  process.env.VERMILION_DATA = folder;
  const account = { login: 'lizhuo', name: '李卓', role: { zh: '员工', en: 'Employee' }, password: 'p' };
  await writeFile(join(folder, 'demo-accounts.json'), JSON.stringify([account]));
  expect(await demoAccounts()).toEqual([{ ...account, nameEn: '' }]);
  await rm(folder, { recursive: true });
});
