import type { Page } from '@playwright/test';
import type { Form } from './support/form';
import { rowOf, rowsOf } from './support/installation';
import { decide, loseAnswer, openInboxItem, startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('a returned trip comes back changed, straight to the manager who returned it, and is approved', async ({ as }) => {
  const reason = unique('拜访杭州客户');
  const title = `出差申请：${reason}`;

  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, '出差申请');
  await fillTrip(form, { reason, price: '1200', count: '3' });
  await expect(lizhuo.getByText('叁仟陆佰元整')).toBeVisible();
  await expect(chain(lizhuo)).toContainText('王敏');
  const id = await submit(lizhuo, /^提交给 王敏/);
  await expect(lizhuo.getByText(/现在由 王敏 办理/)).toBeVisible();

  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, title);
  await decide(wangmin, '退回', '住宿超标，请压到 1000 元以内');

  await lizhuo.goto('/requests?state=rework');
  await lizhuo.getByText(title).click();
  await expect(lizhuo.getByText('住宿超标，请压到 1000 元以内').first()).toBeVisible();
  await form.cell('预算明细', 1, '单价', '900');
  await lizhuo.getByRole('button', { name: /^再提交/ }).click();
  await expect(toast(lizhuo, '已再提交')).toBeVisible();
  await expect(lizhuo.getByText(/现在由 王敏 办理/)).toBeVisible();

  await openInboxItem(wangmin, title);
  await expect(wangmin.getByText(/比上一轮改了 \d 处/)).toBeVisible();
  await expect(wangmin.locator('del').filter({ hasText: '1,200' }).first()).toBeVisible();
  await expect(wangmin.locator('ins').filter({ hasText: '900' }).first()).toBeVisible();
  await decide(wangmin, '同意');

  await lizhuo.goto(`/requests/${id}`);
  await expect(lizhuo.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await lizhuo.getByRole('tab', { name: '日志' }).click();
  const journal = lizhuo.getByRole('list', { name: '日志' });
  await expect(journal.getByText('退回').first()).toBeVisible();
  await expect(journal.locator('ins').filter({ hasText: '900' }).first()).toBeVisible();

  const request = await rowOf<{ status: string; outcome: string; round: number }>(
    'select status, outcome, round from portal.process_instance where root_instance_id = $1',
    [id],
  );
  expect(request).toEqual({ status: 'completed', outcome: 'approved', round: 2 });
  const tables = await tripTables();
  const trip = await rowOf<Record<string, unknown>>(
    `select id, f_trprsn0001 as reason, f_trpdst0001 as place, f_trpmnt0001 as amount from form_data.${tables.main} where instance_id = $1`,
    [id],
  );
  expect(trip).toMatchObject({ reason, place: '杭州' });
  expect(Number(trip.amount)).toBe(2700);
  const lines = await rowsOf<{ category: string; price: string; count: string; total: string }>(
    `select f_trpbct0001 as category, f_trpbpr0001 as price, f_trpbqt0001 as count, f_trpbsm0001 as total from form_data.${tables.lines} where parent_id = $1 order by row_no`,
    [trip.id],
  );
  expect(lines.map((line) => [line.category, Number(line.price), Number(line.count), Number(line.total)])).toEqual([
    ['hotel', 900, 3, 2700],
  ]);
  expect(await decisionsOf(id)).toEqual([
    ['startInstance', '李卓'],
    ['returnToApplicant', '王敏'],
    ['resubmit', '李卓'],
    ['decide', '王敏'],
  ]);
  await expect.poll(() => readersOf(id)).toContain('songyutong');
});

test('a submission whose answer is lost on the way can be sent again and is made once', async ({ as }) => {
  const reason = unique('断网');
  const lizhuo = await as('lizhuo');
  await fillTrip(await startRequest(lizhuo, '出差申请'), { reason, price: '100', count: '1' });
  await expect(lizhuo.getByRole('status').filter({ hasText: '已自动保存' })).toBeVisible();
  await loseAnswer(lizhuo, /instance\.start\?/);
  await lizhuo.getByRole('button', { name: /^提交给 王敏/ }).click();
  await expect(toast(lizhuo, '网络')).toBeVisible();
  const id = await submit(lizhuo, /^提交给 王敏/);
  const made = await rowsOf<{ id: string }>('select id from portal.process_instance where title = $1', [`出差申请：${reason}`]);
  expect(made).toEqual([{ id }]);
});

test('what is changed after a submission whose answer was lost does not become a second request', async ({ as }) => {
  const reason = unique('断网再改');
  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, '出差申请');
  await fillTrip(form, { reason, price: '100', count: '1' });
  await expect(lizhuo.getByRole('status').filter({ hasText: '已自动保存' })).toBeVisible();
  await loseAnswer(lizhuo, /instance\.start\?/);
  await lizhuo.getByRole('button', { name: /^提交给 王敏/ }).click();
  await expect(lizhuo.getByText('没有收到回应，也许已经提交了')).toBeVisible();
  await form.text('出差地点', '苏州');
  await lizhuo.getByRole('button', { name: /^提交给 王敏/ }).click();
  await expect(lizhuo.getByText('这份申请刚才已经提交了')).toBeVisible();
  await lizhuo.getByRole('link', { name: '看已提交的申请' }).click();
  await lizhuo.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  const made = await rowsOf<{ id: string }>('select id from portal.process_instance where title = $1', [`出差申请：${reason}`]);
  expect(made.map(({ id }) => id)).toEqual([new URL(lizhuo.url()).pathname.split('/').at(-1)]);
});

test('a draft that is open in two tabs becomes one request, and another one only when that is wanted', async ({ as }) => {
  const reason = unique('两个标签页');
  const lizhuo = await as('lizhuo');
  await fillTrip(await startRequest(lizhuo, '出差申请'), { reason, price: '100', count: '1' });
  await expect(lizhuo.getByRole('status').filter({ hasText: '已自动保存' })).toBeVisible();
  const other = await lizhuo.context().newPage();
  await other.goto(lizhuo.url());
  await expect(other.getByRole('button', { name: /^提交给 王敏/ })).toBeVisible();
  const id = await submit(lizhuo, /^提交给 王敏/);

  await other.getByRole('button', { name: /^提交给 王敏/ }).click();
  await expect(other.getByText('这份草稿已在别处提交或删除')).toBeVisible();
  await expect(other.getByRole('link', { name: '看我的申请' })).toBeVisible();
  const made = async () =>
    (await rowsOf<{ id: string }>('select id from portal.process_instance where title = $1 order by id', [`出差申请：${reason}`])).map(
      (row) => row.id,
    );
  expect(await made()).toEqual([id]);

  await other.getByRole('button', { name: '仍要另交一份' }).click();
  await other.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  expect(await made()).toEqual([id, new URL(other.url()).pathname.split('/').at(-1)]);
  await other.close();
});

test('from 20,000 the chain goes up to the general manager, and accounting votes', async ({ as }) => {
  const reason = unique('海外展会');
  const title = `出差申请：${reason}`;
  const lizhuo = await as('lizhuo');
  await fillTrip(await startRequest(lizhuo, '出差申请'), { reason, price: '10000', count: '2' });
  for (const name of ['王敏', '陈立', '顾远舟']) await expect(chain(lizhuo)).toContainText(name);
  await expect(chain(lizhuo)).toContainText('票签');
  const id = await submit(lizhuo, /^提交给 王敏/);

  for (const login of ['wangmin', 'chenli', 'guyuanzhou']) {
    const page = await as(login);
    await openInboxItem(page, title);
    await decide(page, '同意');
  }
  const voters = await rowsOf<{ login: string }>(
    `select u.login from portal.work_item w join portal."user" u on u.id = w.user_id where w.root_instance_id = $1 and w.element_id = 'Vote' and w.open order by u.login`,
    [id],
  );
  expect(voters.length).toBeGreaterThanOrEqual(4);
  for (const login of ['maxiao', 'suqing', 'lusiyuan']) {
    const page = await as(login);
    await openInboxItem(page, title);
    await decide(page, '同意');
    await page.close();
  }
  await lizhuo.goto(`/requests/${id}`);
  await expect(lizhuo.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await expect(lizhuo.getByText('会计组票签').first()).toBeVisible();
  await expect(lizhuo.getByText(new RegExp(`^3/${voters.length} 同意`))).toBeVisible();
});

test('the applicant withdraws while nobody has acted; afterwards nobody has it', async ({ as }) => {
  const reason = unique('参加培训');
  const title = `出差申请：${reason}`;
  const xuman = await as('xuman');
  const form = await startRequest(xuman, '出差申请');
  await fillTrip(form, { reason: '参加', price: '300', count: '1' });
  const saved = xuman.getByRole('status').filter({ hasText: '已自动保存' });
  await expect(saved).toBeVisible();
  await form.text('出差事由', reason);
  // From the first key on it is not saved any more.
  await expect(saved).toBeHidden();
  await expect(saved).toBeVisible();
  await xuman.reload();
  await expect(xuman.getByRole('textbox', { name: '出差事由' })).toHaveValue(reason);
  const id = await submit(xuman, /^提交给 王敏/);
  await xuman.getByRole('button', { name: '更多' }).click();
  await xuman.getByRole('menuitem', { name: '撤回' }).click();
  await xuman.getByRole('dialog').getByRole('textbox').fill('行程取消');
  await xuman.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(xuman.getByRole('img', { name: '已撤回' }).first()).toBeVisible();

  const wangmin = await as('wangmin');
  await wangmin.goto('/inbox');
  await expect(wangmin.getByRole('button', { name: title })).toHaveCount(0);
  expect(await rowOf('select outcome from portal.process_instance where root_instance_id = $1', [id])).toEqual({ outcome: 'withdrawn' });
});

// helpers //////////////////////

async function fillTrip(form: Form, trip: { reason: string; price: string; count: string }): Promise<void> {
  await form.text('出差事由', trip.reason);
  await form.text('出差地点', '杭州');
  await form.days('开始和结束日期', 10, 12);
  await form.row('预算明细', { 费用类别: '住宿', 单价: trip.price, 数量: trip.count });
}

const chain = (page: Page) => page.getByRole('complementary', { name: '提交之后' });

async function tripTables(): Promise<{ main: string; lines: string }> {
  const { code } = await rowOf<{ code: string }>(
    `select f.code from portal.process p join portal.form f on f.id = p.form_id where p.key = 'business-trip'`,
  );
  return { main: `t_${code}`, lines: `t_${code}_trpbdg0001` };
}

async function decisionsOf(id: string): Promise<[string, string][]> {
  const rows = await rowsOf<{ command: string; actor_name: string }>(
    `select command, actor_name from portal.journal where root_instance_id = $1 and command in ('startInstance', 'decide', 'returnToApplicant', 'resubmit') order by seq`,
    [id],
  );
  return rows.map((row) => [row.command, row.actor_name]);
}

async function readersOf(id: string): Promise<string[]> {
  const rows = await rowsOf<{ login: string }>(
    `select u.login from portal.work_item w join portal."user" u on u.id = w.user_id where w.root_instance_id = $1 and w.kind = 'read'`,
    [id],
  );
  return rows.map((row) => row.login);
}
