import { readFile } from 'node:fs/promises';
import { rowsOf } from './support/installation';
import { toast } from './support/portal';
import { expect, test } from './support/test';

test('people come in from a sheet of Chinese Excel: wrong rows are named, the good ones go in with passwords to hand out', async ({
  as,
}) => {
  const stamp = Date.now().toString(36);
  const admin = await as('bailu');
  await admin.goto('/organisation?tab=people');
  await admin.getByRole('button', { name: '导入、导出' }).click();
  const dialog = admin.getByRole('dialog', { name: '导入、导出' });
  // 登录名,姓名,部门编码,职位编码 and 赵一 in GBK, as Excel on a Chinese Windows saves it.
  const head = Buffer.from('b5c7c2bcc3fb2cd0d5c3fb2cb2bfc3c5b1e0c2eb2cd6b0cebbb1e0c2eb0d0a', 'hex');
  const name = Buffer.from('d5d4d2bb', 'hex');
  const row = (login: string, department: string) =>
    Buffer.concat([Buffer.from(`${login},`), name, Buffer.from(`,${department},specialist\r\n`)]);
  const file = Buffer.concat([head, row(`one${stamp}`, 'operations'), row(`two${stamp}`, 'nowhere'), row(`three${stamp}`, 'hr')]);
  await dialog.locator('input[type=file]').setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: file });

  const wrong = dialog.getByRole('row').filter({ hasText: 'nowhere' });
  await expect(wrong).toContainText('部门编码');
  await expect(wrong.getByRole('cell').first()).toHaveText('3');
  const stored = () =>
    rowsOf<{ login: string; name: string }>(`select login, name from portal."user" where login like $1 order by login`, [`%${stamp}`]);
  expect(await stored()).toEqual([]);
  await dialog.getByRole('button', { name: '只导入没问题的 2 行' }).click();
  const [download] = await Promise.all([admin.waitForEvent('download'), dialog.getByRole('button', { name: '下载密码表' }).click()]);
  const sheet = await readFile(await download.path(), 'utf8');
  expect(await stored()).toEqual([
    { login: `one${stamp}`, name: '赵一' },
    { login: `three${stamp}`, name: '赵一' },
  ]);
  expect(sheet).toMatch(new RegExp(`one${stamp},赵一,[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}`));
});

test('a department moves with the keyboard, and back', async ({ as }) => {
  const admin = await as('bailu');
  await admin.goto('/organisation');
  const names = async () => (await admin.getByRole('treeitem', { level: 2 }).allInnerTexts()).map((text) => text.split('\n')[0]);
  const purchasing = admin.getByRole('treeitem', { name: /采购部/ });
  await purchasing.click();
  const before = await names();
  const at = before.indexOf('采购部');
  await admin.keyboard.press('Alt+ArrowUp');
  await expect(toast(admin, '采购部')).toBeVisible();
  await expect.poll(async () => (await names()).indexOf('采购部')).toBe(at - 1);
  await expect(purchasing).toBeFocused();
  await admin.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(before);
});

test('who thinks better of disabling a work group still has what was written in its form', async ({ as }) => {
  const admin = await as('bailu');
  await admin.goto('/organisation?tab=workGroups');
  await admin.getByRole('table', { name: '工作组' }).locator('tbody tr').first().getByRole('button').click();
  const code = admin.getByRole('dialog').getByLabel('编码');
  await code.fill('half-written');
  await admin.getByRole('button', { name: '停用…' }).click();
  const asking = admin.getByRole('dialog', { name: /^停用/ });
  await asking
    .getByRole('button', { name: /取消|关闭/ })
    .last()
    .click();
  await expect(asking).toBeHidden();
  await expect(code).toHaveValue('half-written');
});
