import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoPassword, rowOf } from './support/installation';
import { expect, test } from './support/test';

async function signIn(page: Page, login: string, password = demoPassword()): Promise<void> {
  await page.getByLabel(/登录名|Login name/).fill(login);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a visitor signs in and lands where he wanted to go, is told what went wrong, and signs out for good', async ({ page }) => {
  await page.goto('/settings?tab=x');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await expectAccessible(page);

  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('请填写登录名或邮箱。')).toBeVisible();
  await expect(page.getByLabel('登录名或邮箱')).toBeFocused();
  await signIn(page, 'lizhuo', 'not the password');
  await expect(page.getByText('登录名或密码不对。')).toBeVisible();

  await signIn(page, 'lizhuo');
  await expect(page).toHaveURL(/\/settings\?tab=x$/);
  await expect(page.getByRole('heading', { name: '个人设置' })).toBeVisible();

  await page.getByRole('button', { name: '李卓 的菜单' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByText('已退出登录。')).toBeVisible();
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a stolen way back leads home, not to another site', async ({ page }) => {
  await page.goto('/sign-in?callbackUrl=//evil.example/x');
  await signIn(page, 'wangmin');
  await page.waitForURL((url) => url.pathname === '/');
  expect(new URL(page.url()).host).toBe(new URL(test.info().project.use.baseURL ?? '').host);
});

test('language and colours change at once, stay after a reload, and are the person’s own everywhere', async ({ as, browser }) => {
  const page = await as('tangning');
  await page.goto('/settings');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByRole('heading', { name: 'My settings' })).toBeVisible();
  await page.getByRole('group', { name: 'Appearance' }).getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectAccessible(page);

  const elsewhere = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '', locale: 'zh-CN' });
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await signIn(other, 'tangning');
  await other.waitForURL((url) => url.pathname === '/');
  await expect(other.locator('html')).toHaveAttribute('lang', 'en');
  await elsewhere.close();

  await page.getByRole('group', { name: 'Appearance' }).getByRole('button', { name: 'As the system' }).click();
  await page.getByRole('button', { name: '切换到中文' }).click();
  await expect(page.getByRole('heading', { name: '个人设置' })).toBeVisible();
});

test('a press on a button before its code has arrived is not lost', async ({ as }) => {
  const page = await as('lizhuo');
  let press = (): void => undefined;
  const pressed = new Promise<void>((done) => {
    press = done;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: '李卓 的菜单' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  press();
  await expect(page.getByRole('menuitem', { name: '退出登录' })).toBeVisible();
});

test('the pages of work come with what they are about, before any script has run', async ({ as }) => {
  const { request } = (await as('lizhuo')).context();
  for (const [path, content] of [
    ['/', /<a [^>]*href="\/start\/[0-9a-f-]{36}"/],
    ['/start', /<a [^>]*href="\/start\/[0-9a-f-]{36}"/],
    ['/requests', /<h1[^>]*>我的申请/],
    // Other journeys may have left something to do, or not.
    ['/inbox', /<h1[^>]*>(没有等你处理的|待办 \d)/],
  ] as const)
    expect(await (await request.get(path)).text(), path).toMatch(content);
});

test('everything is within reach of the keyboard', async ({ as }) => {
  const page = await as('guanwen');
  await page.goto('/settings');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: '去哪里，找什么' });
  await expect(palette).toBeFocused();
  await palette.fill('审计');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/audit/);
  await expect(palette).toBeHidden();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await expect(sheet.getByText('命令面板')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.waitForURL((url) => url.pathname === '/');
});

test('a person sees only what he may use, on the desk and on the phone', async ({ as }) => {
  const page = await as('lizhuo');
  await page.goto('/settings');
  const rail = page.getByRole('navigation', { name: '主导航' });
  await expect(rail.getByRole('link', { name: /待办/ })).toBeVisible();
  await expect(rail.getByRole('link', { name: '组织' })).toHaveCount(0);
  await rail.getByRole('button', { name: '收起' }).click();
  await page.reload();
  await expect(rail.getByRole('button', { name: '展开' })).toBeVisible();
  await rail.getByRole('button', { name: '展开' }).click();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(rail).toBeHidden();
  const tabs = page.getByRole('navigation', { name: '快捷导航' });
  await tabs.getByRole('button', { name: '更多' }).click();
  await expect(page.getByRole('dialog', { name: '更多' }).getByRole('link', { name: '设置' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
});

test('a session that is ended elsewhere ends here with the next click at the latest', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '', locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await signIn(page, 'jiran');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: '个人设置' })).toBeVisible();
  await rowOf(
    `update portal.session set revoked_at = now() where user_id = (select id from portal."user" where login = 'jiran') returning id`,
  );
  // The page may notice on its own, by whatever it asks the server next; the click is what makes it sure.
  const light = page.getByRole('group', { name: '外观' }).getByRole('button', { name: '浅色' });
  await Promise.race([light.click(), page.waitForURL(/\/sign-in/)]);
  await expect(page).toHaveURL(/\/sign-in\?ended=1&callbackUrl=%2Fsettings/);
  await expect(page.getByText('登录已结束，请重新登录。')).toBeVisible();
  await context.close();
});
