import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOCALE_COOKIE } from '@/lib/preferences';
import { expect, test } from './support/test';

const PAGES: readonly { path: string; login: string }[] = [
  { path: '/', login: 'wangmin' },
  { path: '/inbox', login: 'wangmin' },
  { path: '/reading', login: 'wangmin' },
  { path: '/done', login: 'wangmin' },
  { path: '/requests', login: 'wangmin' },
  { path: '/start', login: 'wangmin' },
  { path: '/notices', login: 'wangmin' },
  { path: '/settings', login: 'wangmin' },
  { path: '/monitor', login: 'wangmin' },
  { path: '/design/forms', login: 'linshu' },
  { path: '/design/processes', login: 'linshu' },
  { path: '/organisation', login: 'bailu' },
  { path: '/audit', login: 'jiran' },
  { path: '/system', login: 'tangning' },
];

for (const { path, login } of PAGES) {
  for (const language of ['zh', 'en'] as const) {
    test(`${path} in ${language} can be read by everybody, on a desk and on a phone`, async ({ as }) => {
      const page = await as(login);
      const wrong = watch(page);
      await speak(page, language);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
        const { violations } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter((violation) => violation.impact === 'serious' || violation.impact === 'critical');
        expect
          .soft(
            grave.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`),
            `${width} px`,
          )
          .toEqual([]);
        expect
          .soft(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            `${width} px: sideways`,
          )
          .toBe(0);
      }
      expect.soft(wrong).toEqual([]);
    });
  }
}

// helpers //////////////////////

/** Everything that the browser complains about while the page is used. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  return wrong;
}

/** The browser's own choice of language, which comes before the account's. */
async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  const { baseURL } = test.info().project.use;
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: language, url: baseURL ?? '' }]);
}
