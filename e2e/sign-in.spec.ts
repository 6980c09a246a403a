import { demoPassword } from './support/installation';
import { expect, test } from './support/test';

test('a wrong password is refused, the right one leads to the page that was asked for', async ({ page }) => {
  await page.goto('/requests');
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel('登录名或邮箱').fill('wutong');
  await page.getByLabel('密码', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('登录名或密码不对。')).toBeVisible();
  await page.getByLabel('密码', { exact: true }).fill(demoPassword());
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(/\/requests$/);
  await expect(page.getByRole('button', { name: '吴桐 的菜单' })).toBeVisible();
});
