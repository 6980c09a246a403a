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
