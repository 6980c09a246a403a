import type { Locator, Page } from '@playwright/test';
import { newId } from '../lib/id';
import { rowOf, rowsOf } from './support/installation';
import { openInboxItem, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('several items are approved at once; one that was taken back meanwhile says so and holds up none', async ({ as }) => {
  const titles = ['一', '二', '三'].map((no) => unique(`一起批 ${no}`));
  const [first, second, third] = titles.map((title) => `出差申请：${title}`);
  const lizhuo = await as('lizhuo');
  const ids = await submitted(lizhuo, titles);
  const wangmin = await as('wangmin');
  await wangmin.goto('/inbox');
  for (const title of [first!, second!]) await mark(wangmin, title).check();
  await row(wangmin, third!).click();
  await expect(wangmin.getByRole('heading', { name: third! })).toBeVisible();
  await wangmin.keyboard.press('x');
  await expect(mark(wangmin, third!)).toBeChecked();
  await wangmin.getByRole('toolbar', { name: '一起处理' }).getByRole('button', { name: '同意 3 件' }).click();
  const dialog = wangmin.getByRole('dialog', { name: '同意 3 件申请' });
  await expect(dialog.getByRole('list', { name: '要同意的申请' })).toContainText(second!);
  await dialog.getByRole('textbox', { name: /^意见/ }).fill('都去');
  await command(lizhuo, 'instance.withdraw', { instanceId: ids[1], reason: '不去了' });
  await dialog.getByRole('button', { name: '同意 3 件' }).click();
  await expect(dialog.getByRole('status')).toContainText('已同意 2 件');
  await expect(dialog.getByRole('listitem').filter({ hasText: second! })).toContainText('它已不在你这里');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  for (const title of [first!, second!, third!]) await expect(row(wangmin, title)).toHaveCount(0);
  const decided = await rowsOf(
    `select comment from portal.work_item where root_instance_id = any($1) and status = 'approved' and kind = 'task'`,
    [ids],
  );
  expect(decided).toEqual([{ comment: '都去' }, { comment: '都去' }]);
});

test('a deep item opens again after a reload, and opening one reads nothing of the list anew', async ({ as }) => {
  const name = unique('往下翻');
  const lizhuo = await as('lizhuo');
  const ids = await submitted(
    lizhuo,
    Array.from({ length: 60 }, (_, index) => `${name}-${String(index).padStart(2, '0')}`),
  );
  const last = `出差申请：${name}-59`;
  const wangmin = await as('wangmin');
  await wangmin.goto('/inbox');
  const more = wangmin.getByRole('button', { name: /^再看一些/ }).last();
  await expect(async () => {
    if ((await row(wangmin, last).count()) === 0) await more.click();
    await expect(row(wangmin, last)).toBeVisible({ timeout: 1000 });
  }).toPass();
  const asked: string[] = [];
  wangmin.on('request', (request) => asked.push(request.url()));
  const seen = wangmin.waitForResponse(/task\.view/);
  await row(wangmin, last).click();
  await expect(wangmin.getByRole('heading', { name: last })).toBeVisible();
  await seen;
  await expect(row(wangmin, last)).not.toHaveAttribute('data-unread', 'true');
  expect(asked.filter((url) => url.includes('task.inbox'))).toEqual([]);
  await wangmin.reload();
  await expect(wangmin.getByRole('heading', { name: last })).toBeVisible();
  await expect(row(wangmin, last)).toHaveAttribute('aria-current', 'true');
  await expect(row(wangmin, last)).toBeInViewport();
  for (const instanceId of ids) await command(lizhuo, 'instance.withdraw', { instanceId, reason: '' });
});

test('keys one right after the other act on the item that is open by then, and a request names its tab from the beginning', async ({
  as,
}) => {
  const name = unique('连着按');
  const lizhuo = await as('lizhuo');
  const ids = await submitted(lizhuo, [`${name} 一`, `${name} 二`, `${name} 三`]);
  const titles = ['一', '二', '三'].map((no) => `出差申请：${name} ${no}`);
  const wangmin = await as('wangmin');
  await wangmin.goto('/inbox');
  await wangmin.getByRole('searchbox', { name: '在待办里找' }).fill(name);
  await row(wangmin, titles[0]!).click();
  await expect(wangmin.getByRole('heading', { name: titles[0]! })).toBeVisible();
  for (const key of ['j', 'x', 'j', 'x']) await wangmin.keyboard.press(key);
  await expect(wangmin.getByRole('heading', { name: titles[2]! })).toBeVisible();
  await expect(mark(wangmin, titles[1]!)).toBeChecked();
  await expect(mark(wangmin, titles[2]!)).toBeChecked();
  await expect(mark(wangmin, titles[0]!)).not.toBeChecked();
  const page = await wangmin.request.get(`/requests/${ids[1]}`);
  expect(await page.text()).toContain(`<title>${titles[1]} · 朱批</title>`);
  for (const instanceId of ids) await command(lizhuo, 'instance.withdraw', { instanceId, reason: '' });
});

test('the applicant urges from the list, once in an hour; the approver keeps a phrase and puts a comment together of two', async ({
  as,
}) => {
  const name = unique('催一催');
  const title = `出差申请：${name}`;
  const lizhuo = await as('lizhuo');
  const [id] = await submitted(lizhuo, [name]);
  await lizhuo.goto('/requests');
  const line = lizhuo.getByRole('row').filter({ hasText: title });
  await expect(line.getByRole('img', { name: /^已过 0 步，共 \d 步$/ })).toBeVisible();
  await line.getByRole('button', { name: `催办 ${title}` }).click();
  await expect(toast(lizhuo, '已催办')).toBeVisible();
  await expect(line).toContainText('已催');
  await expect(line.getByRole('button')).toHaveCount(0);

  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, title);
  await expect(row(wangmin, title)).toContainText('被催办');
  const bar = wangmin.getByRole('group', { name: '处理' });
  const comment = bar.getByRole('textbox', { name: '意见' });
  await comment.fill(name);
  await bar.getByRole('button', { name: '常用语' }).click();
  const phrases = bar.getByRole('group', { name: '常用语' });
  await phrases.getByRole('button', { name: '把写的存为常用语' }).click();
  await expect(phrases.getByRole('button', { name, exact: true })).toBeVisible();
  await comment.fill('');
  await phrases.getByRole('button', { name, exact: true }).click();
  await phrases.getByRole('button', { name: '请核对金额。' }).click();
  await expect(comment).toHaveValue(`${name} 请核对金额。`);
  await phrases.getByRole('button', { name: `删去 ${name}` }).click();
  await expect(phrases.getByRole('button', { name, exact: true })).toHaveCount(0);
  await command(lizhuo, 'instance.withdraw', { instanceId: id, reason: '' });
});

// helpers //////////////////////

const row = (page: Page, title: string): Locator => page.getByRole('button', { name: title });
const mark = (page: Page, title: string): Locator => page.getByRole('checkbox', { name: `选中 ${title}` });

/** Trips of the page's own person to the first manager, sent as the form would send them. */
async function submitted(page: Page, reasons: readonly string[]): Promise<string[]> {
  const { process_id, version_id } = await rowOf<{ process_id: string; version_id: string }>(
    `select id as process_id, latest_version_id as version_id from portal.process where key = 'business-trip'`,
  );
  const ids: string[] = [];
  for (const reason of reasons) {
    const line = { _id: newId(), 费用类别: 'hotel', 说明: null, 单价: { amount: '300', currency: 'CNY' }, 数量: 2 };
    const values = { 出差事由: reason, 出差地点: '杭州', 日期: { start: '2030-01-07', end: '2030-01-09' }, 预算明细: [line] };
    const input = { processId: process_id, versionId: version_id, values, chosen: {}, documents: [] };
    ids.push(await command(page, 'instance.start', input));
  }
  return ids;
}

async function command(page: Page, path: string, input: object): Promise<string> {
  const commandId = newId();
  const { origin } = new URL(test.info().project.use.baseURL ?? '');
  const answer = await page.request.post(`/api/trpc/${path}`, { data: { commandId, ...input }, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return commandId;
}
