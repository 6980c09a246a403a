import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOCALE_COOKIE, THEME_COOKIE } from '@/lib/preferences';
import { rowOf } from './support/installation';
import { startRequest, submit, unique } from './support/portal';
import { expect, test } from './support/test';

type As = (login: string) => Promise<Page>;
/** `path` may need something to be there first; without `login` nobody is signed in. */
const PAGES: readonly {
  name: string;
  path: string | ((as: As) => Promise<string>);
  login?: string;
  /** What is opened over it, by hand. */
  open?: (page: Page) => Promise<void>;
}[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home', path: '/', login: 'wangmin' },
  { name: 'the command palette', path: '/', login: 'wangmin', open: byKey('Control+k') },
  { name: 'the sheet of keys', path: '/', login: 'wangmin', open: byKey('?') },
  { name: 'inbox', path: '/inbox', login: 'wangmin' },
  { name: 'reading', path: '/reading', login: 'wangmin' },
  { name: 'done', path: '/done', login: 'wangmin' },
  { name: 'requests', path: '/requests', login: 'wangmin' },
  { name: 'a request', path: aRequest, login: 'lizhuo' },
  { name: 'start', path: '/start', login: 'wangmin' },
  { name: 'a form to fill in', path: async () => `/start/${(await trip()).id}`, login: 'lizhuo' },
  { name: 'notices', path: '/notices', login: 'wangmin' },
  { name: 'settings', path: '/settings', login: 'wangmin' },
  { name: 'monitor', path: '/monitor', login: 'wangmin' },
  { name: 'forms', path: '/design/forms', login: 'linshu' },
  { name: 'the form builder', path: async () => `/design/forms/${(await trip()).form_id}`, login: 'linshu' },
  { name: 'processes', path: '/design/processes', login: 'linshu' },
  { name: 'a new process', path: '/design/processes', login: 'linshu', open: byButton(/^(新建流程|New process)$/) },
  { name: 'the flow designer', path: async () => `/design/processes/${(await trip()).id}`, login: 'linshu' },
  { name: 'organisation', path: '/organisation', login: 'bailu' },
  { name: 'a new person', path: '/organisation', login: 'bailu', open: byButton(/^(添加人员|Add a person)$/) },
  { name: 'the organisation chart', path: '/organisation?tab=chart', login: 'bailu' },
  { name: 'audit', path: '/audit', login: 'jiran' },
  { name: 'connectors', path: '/connectors', login: 'guanwen' },
  { name: 'system', path: '/system', login: 'guanwen' },
];
/** Every language at both widths, every width in both themes. */
const LOOKS = {
  zh: [
    { width: 1440, theme: 'light' },
    { width: 390, theme: 'dark' },
  ],
  en: [
    { width: 1440, theme: 'dark' },
    { width: 390, theme: 'light' },
  ],
} as const;

for (const { name, path, login, open } of PAGES) {
  for (const language of ['zh', 'en'] as const) {
    test(`${name} in ${language} can be read by everybody, on a desk and on a phone, by day and by night`, async ({ as, page: nobody }) => {
      const address = typeof path === 'string' ? path : await path(as);
      const page = login === undefined ? nobody : await as(login);
      const wrong = watch(page);
      for (const { width, theme } of LOOKS[language]) {
        await prefer(page, language, theme);
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        await open?.(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter((violation) => violation.impact === 'serious' || violation.impact === 'critical');
        expect
          .soft(
            grave.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`),
            `${width} px, ${theme}`,
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

function byKey(key: string) {
  return async (page: Page) => {
    await page.keyboard.press(key);
    await dialogStands(page);
  };
}

function byButton(name: RegExp) {
  return async (page: Page) => {
    await page.getByRole('button', { name }).first().click();
    await dialogStands(page);
  };
}

async function dialogStands(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  // It fades in; half seen, its contrast is half.
  await expect(page.getByRole('dialog')).toHaveCSS('opacity', '1');
}

/** Everything that the browser complains about while the page is used, and everything that it asks another server for. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  const { host } = new URL(test.info().project.use.baseURL ?? '');
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.host !== host) wrong.push(`asked ${url.host}`);
  });
  return wrong;
}

/** The browser's own choice of language and colours, which comes before the account's. */
async function prefer(page: Page, language: 'zh' | 'en', theme: 'light' | 'dark'): Promise<void> {
  const url = test.info().project.use.baseURL ?? '';
  await page.context().addCookies([
    { name: LOCALE_COOKIE, value: language, url },
    { name: THEME_COOKIE, value: theme, url },
  ]);
}

function trip(): Promise<{ id: string; form_id: string }> {
  return rowOf<{ id: string; form_id: string }>("select id, form_id from portal.process where key = 'business-trip'");
}

let request: string | undefined;

/** A request of 李卓 with a diagram, a timeline and receipts. */
async function aRequest(as: As): Promise<string> {
  if (request === undefined) {
    const page = await as('lizhuo');
    const form = await startRequest(page, '通知传阅');
    await form.text('标题', unique('值班安排'));
    await form.text('正文', '值班表请于月底前报人力资源部。');
    await form.pick('接收部门', '人力资源部');
    request = `/requests/${await submit(page, /^提交/)}`;
  }
  return request;
}
