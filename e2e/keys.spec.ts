import { startRequest, submit, unique } from './support/portal';
import { expect, test } from './support/test';

test('lists are walked, opened and searched by keys, and the sheet of keys says so', async ({ as }) => {
  const page = await as('xuman');
  for (const title of ['值班安排', '值班安排补充']) {
    const form = await startRequest(page, '通知传阅');
    await form.text('标题', unique(title));
    await form.text('正文', '值班表请于月底前报人力资源部。');
    await form.pick('接收部门', '人力资源部');
    await submit(page, /^提交/);
  }

  await page.goto('/requests');
  const links = page.locator('main [data-row-link]');
  await expect(links.nth(1)).toBeVisible();
  const sheet = page.getByRole('dialog');
  // Keys mean something once the page's code has come.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(sheet.getByText('下一行')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.keyboard.press('j');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('jk');
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('jk');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}/);
  const comment = page.getByRole('textbox', { name: '写评论' });
  await expect(comment).toBeVisible();
  await page.keyboard.press('c');
  await expect(comment).toBeFocused();
});
