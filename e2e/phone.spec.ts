import type { Locator } from '@playwright/test';
import { startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('in the hand a request is read and decided with the thumb: the bar has the decision, a sheet asks for the words', async ({ as }) => {
  const reason = unique('门店巡检');
  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, '出差申请');
  await form.text('出差事由', reason);
  await form.text('出差地点', '宁波');
  await form.days('开始和结束日期', 10, 12);
  await form.row('预算明细', { 费用类别: '住宿', 单价: '300', 数量: '2' });
  await submit(lizhuo, /^提交给/);

  const page = await as('wangmin');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/inbox');
  await page.getByRole('button', { name: reason }).click();
  await expect(page.getByRole('heading', { name: reason })).toBeVisible();
  await expect(page.getByText(/^第 \d+ 件，共 \d+/).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole('navigation', { name: '快捷导航' })).toBeHidden();
  const bar = page.getByRole('group', { name: '处理' });
  await expect(bar.getByRole('textbox')).toBeHidden();

  await bar.getByRole('button', { name: '驳回' }).click();
  const sheet = page.getByRole('dialog', { name: '驳回' });
  await sheet.getByRole('button', { name: '驳回' }).click();
  await expect(sheet.getByText('驳回要写意见')).toBeVisible();
  await expect(sheet).toHaveCSS('opacity', '1');
  const box = await sheet.boundingBox();
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
  await sheet.getByRole('textbox', { name: '意见' }).fill('住宿超标，改后再报');
  await sheet.getByRole('button', { name: '驳回' }).click();
  await expect(toast(page, '已驳回')).toBeVisible();
  await page.getByRole('button', { name: '回到列表' }).click();
  await expect(page.getByRole('heading', { name: /^待办/ })).toBeVisible();
});

test('in the hand the three dots stand in a line of their own with the deed, or before the seal, never under it', async ({ as }) => {
  const reason = unique('看三个点');
  const page = await as('lizhuo');
  const form = await startRequest(page, '出差申请');
  await form.text('出差事由', reason);
  await form.text('出差地点', '宁波');
  await form.days('开始和结束日期', 10, 12);
  await form.row('预算明细', { 费用类别: '住宿', 单价: '300', 数量: '2' });
  await submit(page, /^提交给/);
  await page.setViewportSize({ width: 390, height: 844 });
  const head = page.getByRole('main').locator('header').first();
  const dots = head.getByRole('button', { name: '更多' });
  const seal = head.getByRole('img').first();
  const urge = await boxOf(head.getByRole('button', { name: '催办 王敏' }));
  expect((await boxOf(dots)).x).toBeGreaterThanOrEqual(urge.x + urge.width);
  expect(urge.width).toBeGreaterThan(300);

  await dots.click();
  await page.getByRole('menuitem', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(head.getByRole('button', { name: '催办 王敏' })).toBeHidden();
  const [after, stamp] = [await boxOf(dots), await boxOf(seal)];
  expect(after.x + after.width).toBeLessThanOrEqual(stamp.x);
  expect(after.y + after.height / 2).toBeCloseTo(stamp.y + stamp.height / 2, 0);
});

// helpers //////////////////////

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return box;
}
