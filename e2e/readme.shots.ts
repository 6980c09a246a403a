import { join } from 'node:path';
import { type Browser, devices, type Page } from '@playwright/test';
import { LOCALE_COOKIE } from '@/lib/preferences';
import type { Form } from './support/form';
import { rowOf } from './support/installation';
import { decide, openInboxItem, startRequest, submit } from './support/portal';
import { expect, test } from './support/test';

type Language = 'zh' | 'en';
const LANGUAGES: readonly Language[] = ['zh', 'en'];
const REASON = '拜访杭州客户';

test('the pictures of the README', async ({ as, browser }) => {
  test.setTimeout(300_000);
  await smallRequests(await as('xuman'));
  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, '出差申请');
  await fillTrip(form, REASON, '10000');
  await expect(lizhuo.getByText('已自动保存').first()).toBeVisible();
  const address = lizhuo.url();
  for (const language of LANGUAGES) {
    await open(lizhuo, language, address);
    await expect(lizhuo.getByText('顾远舟').or(lizhuo.getByText('Gu Yuanzhou')).first()).toBeVisible();
    await shot(lizhuo, language, 'fill');
  }
  await open(lizhuo, 'zh', address);
  const id = await submit(lizhuo, /^提交给/);
  const wangmin = await as('wangmin');
  for (const language of LANGUAGES) {
    await open(wangmin, language, '/inbox');
    await wangmin.getByRole('button', { name: REASON }).click();
    await expect(wangmin.getByRole('heading', { name: REASON })).toBeVisible();
    await shot(wangmin, language, 'inbox');
  }
  await open(wangmin, 'zh', '/inbox');
  await openInboxItem(wangmin, `出差申请：${REASON}`);
  await decide(wangmin, '同意', '展会对下半年很重要');
  const linshu = await as('linshu');
  const { process, form: trip } = await rowOf<{ process: string; form: string }>(
    `select id as process, form_id as form from portal.process where key = 'business-trip'`,
  );
  for (const language of LANGUAGES) {
    await open(lizhuo, language, `/requests/${id}`);
    // The drawing is there before the marks on it.
    await expect(lizhuo.locator('.vm-token').first()).toBeVisible();
    await shot(lizhuo, language, 'request');
    await open(linshu, language, `/design/processes/${process}`);
    await linshu.locator('.djs-shape[data-element-id="Approve"]').click();
    await shot(linshu, language, 'flow');
    await open(linshu, language, `/design/forms/${trip}`);
    await shot(linshu, language, 'form');
    const chenli = await as('chenli');
    await open(chenli, language, '/monitor');
    await shot(chenli, language, 'monitor');
    await phone(browser, chenli, language);
  }
});

// helpers //////////////////////

async function open(page: Page, language: Language, path: string): Promise<void> {
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: language, url: test.info().project.use.baseURL ?? '' }]);
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

async function shot(page: Page, language: Language, name: string): Promise<void> {
  await expect(page.locator('.mantine-Skeleton-root').filter({ visible: true })).toHaveCount(0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join('docs', 'screenshots', language, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** The same person's inbox, in the hand. */
async function phone(browser: Browser, page: Page, language: Language): Promise<void> {
  const { defaultBrowserType: _, ...pixel } = devices['Pixel 7'] ?? devices['Desktop Chrome'];
  const context = await browser.newContext({
    ...pixel,
    deviceScaleFactor: 2,
    viewport: { width: 390, height: 844 },
    timezoneId: 'Asia/Shanghai',
    storageState: await page.context().storageState(),
    baseURL: test.info().project.use.baseURL ?? '',
  });
  const hand = await context.newPage();
  await open(hand, language, '/inbox');
  await shot(hand, language, 'phone');
  await context.close();
}

/** Everyday requests, so that lists are lists. */
async function smallRequests(page: Page): Promise<void> {
  for (const [reason, price] of [
    ['参加行业培训', '300'],
    ['分公司巡检', '650'],
    ['供应商现场验收', '820'],
  ] as const) {
    await fillTrip(await startRequest(page, '出差申请'), reason, price);
    await submit(page, /^提交给/);
  }
}

async function fillTrip(form: Form, reason: string, price: string): Promise<void> {
  await form.text('出差事由', reason);
  await form.text('出差地点', '杭州');
  await form.days('开始和结束日期', 10, 12);
  await form.row('预算明细', { 费用类别: '住宿', 单价: price, 数量: '2' });
}
