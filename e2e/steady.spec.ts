import type { Locator, Page } from '@playwright/test';
import { decide, openInboxItem, startRequest, submit, unique } from './support/portal';
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

test('a list that is read again keeps its rows in place: what is new waits to be asked for, what has left says so', async ({ as }) => {
  const lizhuo = await as('lizhuo');
  const [first, second] = [await requestTrip(lizhuo, unique('拜访嘉兴客户')), await requestTrip(lizhuo, unique('拜访湖州客户'))];
  const tangning = await as('tangning');
  await tangning.goto('/monitor');
  await expect(rowOf(tangning, second)).toContainText('王敏');
  await lizhuo.setViewportSize({ width: 390, height: 844 });
  await lizhuo.goto('/requests');
  await expect(rowOf(lizhuo, second)).toContainText('王敏');
  const places = [await placesOf(lizhuo), await placesOf(tangning)];
  await Promise.all([lizhuo, tangning].map(countShifts));

  const third = await requestTrip(await lizhuo.context().newPage(), unique('拜访台州客户'));
  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, first);
  await decide(wangmin, '同意');
  for (const page of [lizhuo, tangning]) await expect(page.getByRole('button', { name: /^显示 \d+ 条新的$/ })).toBeVisible();
  // Own requests include those that have ended; the watcher's list is of those that have not.
  await expect(rowOf(lizhuo, first)).not.toContainText('王敏');
  await expect(rowOf(tangning, first)).toContainText('已不在这里');
  expect([await placesOf(lizhuo), await placesOf(tangning)]).toEqual(places);
  expect(await lizhuo.evaluate(() => window.shifted), 'own requests in the hand').toBeLessThan(0.002);

  for (const page of [lizhuo, tangning]) {
    await expect(rowOf(page, third)).toHaveCount(0);
    await page.getByRole('button', { name: /^显示 \d+ 条新的$/ }).click();
    await expect(rowOf(page, third)).toContainText('王敏');
  }
  await expect(rowOf(lizhuo, third).getByRole('link')).toBeFocused();
  await expect(rowOf(tangning, first)).toHaveCount(0);
});

// helpers //////////////////////

declare global {
  interface Window {
    /** How much has moved since it is counted. */
    shifted: number;
  }
}

function countShifts(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as Shift[]) if (!hadRecentInput) window.shifted += value;
    }).observe({ type: 'layout-shift' });
  });
}

function rowOf(page: Page, title: string): Locator {
  return page.getByRole('row').filter({ hasText: title });
}

/** Where each row of the list stands in it, and how high it is. */
function placesOf(page: Page): Promise<string[]> {
  return page.locator('[data-table] tbody').evaluate((body) =>
    [...body.querySelectorAll('tr')].map((row) => {
      const top = row.getBoundingClientRect().top - body.getBoundingClientRect().top;
      return `${row.querySelector('a')?.textContent}: ${Math.round(top)}, ${row.offsetHeight}`;
    }),
  );
}

async function requestTrip(page: Page, reason: string): Promise<string> {
  const form = await startRequest(page, '出差申请');
  await form.text('出差事由', reason);
  await form.text('出差地点', '嘉兴');
  await form.days('开始和结束日期', 10, 12);
  await form.row('预算明细', { 费用类别: '住宿', 单价: '300', 数量: '1' });
  await submit(page, /^提交给 王敏/);
  return `出差申请：${reason}`;
}
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
