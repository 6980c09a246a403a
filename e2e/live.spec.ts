import type { Locator, Page } from '@playwright/test';
import { decide, openInboxItem, startRequest, submit, unique } from './support/portal';
import { expect, test } from './support/test';

/** Pages ask again after half a minute when nothing tells them that something changed. */
const POLLED = 50_000;

test('what one person does another sees without reloading, the diagram as near as it was', async ({ as }) => {
  const reason = unique('拜访苏州客户');
  const title = `出差申请：${reason}`;
  const wangmin = await as('wangmin');
  await wangmin.goto('/inbox');
  const lizhuo = await as('lizhuo');
  await requestTrip(lizhuo, reason);
  await expect(wangmin.getByRole('button', { name: title })).toBeVisible();
  await wangmin.getByRole('button', { name: title }).click();
  await expect(wangmin.getByRole('heading', { name: title })).toBeVisible();
  const sheet = lizhuo.locator('[role="figure"] .djs-container');
  const fitted = await widthOf(sheet);
  for (const _ of [1, 2]) await lizhuo.getByRole('button', { name: '放大' }).click();
  const near = await widthOf(sheet);
  expect(near).toBeGreaterThan(fitted * 1.4);
  await decide(wangmin, '同意');
  await expect(lizhuo.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await expect(lizhuo.locator('[role="figure"] .vm-token')).toHaveCount(0);
  expect(await widthOf(sheet)).toBe(near);
});

test('when the stream of changes is lost the page asks by itself', async ({ as }) => {
  const reason = unique('拜访无锡客户');
  const xuman = await as('xuman');
  await xuman.route('**/api/events', (route) => route.abort());
  await requestTrip(xuman, reason);
  await expect(xuman.getByText(/现在由 王敏 办理/)).toBeVisible();
  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, `出差申请：${reason}`);
  await decide(wangmin, '同意');
  await expect(xuman.getByRole('img', { name: '已通过' }).first()).toBeVisible({ timeout: POLLED });
});

test('a list that cannot be read again keeps its rows, says so, and tries again when asked', async ({ as }) => {
  const reason = unique('拜访常州客户');
  const title = `出差申请：${reason}`;
  const lizhuo = await as('lizhuo');
  await requestTrip(lizhuo, reason);
  await lizhuo.goto('/requests');
  const row = lizhuo.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText('王敏');
  let lost = true;
  await lizhuo.route(/instance\.listMine/, (route) => (lost ? route.abort() : route.continue()));
  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, title);
  await decide(wangmin, '同意');
  const failed = lizhuo.getByRole('alert').filter({ hasText: '连不上服务器' });
  await expect(failed).toBeVisible({ timeout: POLLED });
  await expect(row).toContainText('王敏');
  lost = false;
  await lizhuo.getByRole('button', { name: '重试' }).click();
  await expect(row).not.toContainText('王敏');
  await expect(failed).toBeHidden();
});

// helpers //////////////////////

async function widthOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.width ?? 0;
}

async function requestTrip(page: Page, reason: string): Promise<void> {
  const form = await startRequest(page, '出差申请');
  await form.text('出差事由', reason);
  await form.text('出差地点', '苏州');
  await form.days('开始和结束日期', 10, 12);
  await form.row('预算明细', { 费用类别: '住宿', 单价: '300', 数量: '1' });
  await submit(page, /^提交给 王敏/);
}
