import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { Form } from './support/form';
import { rowOf, rowsOf } from './support/installation';
import { decide, openInboxItem, startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('an ad-hoc matter goes from hand to hand: each says who is next, one asks a colleague along, documents come on the way', async ({
  as,
}) => {
  const name = unique('临时事项').replace(' ', '');
  const title = `${name}：李卓`;
  await publishFlow(await as('linshu'), name);

  const lizhuo = await as('lizhuo');
  const start = await startRequest(lizhuo, name);
  await lizhuo.getByRole('button', { name: '提交', exact: true }).click();
  await expect(lizhuo.getByText('请选人。')).toBeVisible();
  await expect(lizhuo.getByText('请添加「情况说明」。')).toBeVisible();
  await start.pick('「经办」由谁办', '郑楠');
  await add(lizhuo, '情况说明', '照片.png');
  await expect(lizhuo.getByText('不接受这种文件')).toBeVisible();
  await add(lizhuo, '情况说明', '说明.txt');
  await expect(lizhuo.getByRole('button', { name: '移除 说明.txt' })).toBeVisible();
  await expect(lizhuo.getByRole('status').filter({ hasText: '已自动保存' })).toBeVisible();
  await lizhuo.reload();
  await expect(lizhuo.getByRole('link', { name: '说明.txt' })).toBeVisible();
  const id = await submit(lizhuo, '提交给 郑楠');

  const zhengnan = await as('zhengnan');
  await openInboxItem(zhengnan, title);
  await zhengnan.getByRole('button', { name: '加签', exact: true }).click();
  const dialog = zhengnan.getByRole('dialog', { name: '加签' });
  await dialog.getByRole('radio', { name: '和我一起' }).check();
  await dialog.getByRole('combobox', { name: '请谁加签' }).fill('李卓');
  await expect(zhengnan.getByRole('option')).toHaveCount(0);
  await new Form(zhengnan).pick('请谁加签', '方宁');
  await dialog.getByLabel('想请他们看什么').fill('供应商是你联系的');
  await dialog.getByRole('button', { name: '加签', exact: true }).click();
  await expect(toast(zhengnan, '已加签')).toBeVisible();

  const fangning = await as('fangning');
  await openInboxItem(fangning, title);
  await expect(fangning.getByText('郑楠 请你一起签。')).toBeVisible();
  await add(fangning, '办理结果', '报价.txt');
  await decide(fangning, '同意', '报价没有问题');

  await openInboxItem(zhengnan, title);
  await zhengnan.getByRole('button', { name: /^同意/ }).click();
  await expect(zhengnan.getByText('请选人。')).toBeVisible();
  await new Form(zhengnan).pick('「下一位」由谁办', '吴桐');
  await add(zhengnan, '办理结果', '合同.txt');
  await decide(zhengnan, '同意');

  const wutong = await as('wutong');
  await openInboxItem(wutong, title);
  for (const file of ['说明.txt', '报价.txt', '合同.txt']) await expect(wutong.getByRole('link', { name: file })).toBeVisible();
  await decide(wutong, '同意');

  await lizhuo.goto(`/requests/${id}`);
  await expect(lizhuo.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await expect(lizhuo.getByText('并加签')).toBeVisible();
  expect(await rowOf('select status, outcome from portal.process_instance where root_instance_id = $1', [id])).toEqual({
    status: 'completed',
    outcome: 'approved',
  });
  expect(await seatsOf(id)).toEqual([
    'Handle original zhengnan approved',
    'Handle parallel fangning approved',
    'Next original wutong approved',
  ]);
  expect(await documentsOf(id)).toEqual(['result0001 合同.txt zhengnan', 'result0001 报价.txt fangning', 'statement1 说明.txt lizhuo']);
});

// helpers //////////////////////

/** A flow drawn elsewhere, brought in as a file and published. */
async function publishFlow(page: Page, name: string): Promise<void> {
  const xml = await readFile(join(dirname(test.info().file), 'support', 'ad-hoc-matter.bpmn'), 'utf8');
  await page.goto('/design/processes');
  await page.getByRole('button', { name: '新建流程' }).first().click();
  await page.getByRole('dialog').getByLabel('名称（中文）').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(/\/design\/processes\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: /导入/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'BPMN 2.0 文件' }).click();
  const buffer = Buffer.from(xml.replaceAll('临时事项', name));
  await (await chooser).setFiles({ name: 'ad-hoc-matter.bpmn', mimeType: 'application/xml', buffer });
  await page.getByRole('dialog').getByRole('button', { name: '换成这个文件' }).click();
  await expect(page.getByTestId('canvas').getByText('下一位')).toBeVisible();
  await page.getByRole('button', { name: '发布 v1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布 v1' }).click();
  await expect(toast(page, '已发布 v1')).toBeVisible();
}

async function add(page: Page, type: string, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `${type}: 添加` }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
}

async function seatsOf(id: string): Promise<string[]> {
  const rows = await rowsOf<{ line: string }>(
    `select w.element_id || ' ' || w.seat || ' ' || u.login || ' ' || w.status as line from portal.work_item w join portal."user" u on u.id = w.user_id
     where w.root_instance_id = $1 order by 1`,
    [id],
  );
  return rows.map((row) => row.line).toSorted();
}

async function documentsOf(id: string): Promise<string[]> {
  const rows = await rowsOf<{ line: string }>(
    `select d.document_type_id || ' ' || d.name || ' ' || u.login as line from portal.document d join portal."user" u on u.id = d.uploaded_by
     where d.root_instance_id = $1 and d.removed_at is null`,
    [id],
  );
  return rows.map((row) => row.line).toSorted();
}
