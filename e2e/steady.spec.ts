import type { Page } from '@playwright/test';
import { startRequest, submit, unique } from './support/portal';
import { expect, test } from './support/test';

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

test('nothing jumps while a page comes: what is late has its room', async ({ as }) => {
  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, '通知传阅');
  await form.text('标题', unique('值班安排'));
  await form.text('正文', '值班表请于月底前报人力资源部。');
  await form.pick('接收部门', '人力资源部');
  const id = await submit(lizhuo, /^提交/);

  expect.soft(await shiftsOf(lizhuo, `/requests/${id}`), 'a request').toBeLessThan(0.05);
  expect.soft(await shiftsOf(lizhuo, '/'), 'home').toBeLessThan(0.05);
  expect.soft(await shiftsOf(lizhuo, '/start'), 'start').toBeLessThan(0.05);
  expect.soft(await shiftsOf(await as('wangmin'), '/inbox'), 'inbox').toBeLessThan(0.05);
  expect.soft(await shiftsOf(await as('tangning'), '/monitor'), 'monitor').toBeLessThan(0.05);
  expect.soft(await shiftsOf(await as('bailu'), '/organisation'), 'organisation').toBeLessThan(0.05);
});

// helpers //////////////////////

/** How much of the window moved by itself, and how far, as the browser counts it. */
async function shiftsOf(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
  return page.evaluate(
    () =>
      new Promise<number>((told) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as Shift[];
          told(shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // A page that never moved tells nothing.
        requestAnimationFrame(() => setTimeout(() => told(0)));
      }),
  );
}
