import type { Page } from '@playwright/test';
import { rowOf } from './support/installation';
import { decide, openInboxItem, startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('a form and a flow are drawn, published and used, without a line of code', async ({ as }) => {
  test.setTimeout(120_000);
  const name = unique('用章申请').replace(' ', '');
  const linshu = await as('linshu');

  await linshu.goto('/design/forms');
  await linshu.getByRole('button', { name: '新建表单' }).first().click();
  await linshu.getByRole('dialog').getByLabel('名称（中文）').fill(name);
  await linshu.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await linshu.waitForURL(/\/design\/forms\/[0-9a-f-]{36}/);
  await addField(linshu, '文本', '用途');
  await linshu.getByRole('switch', { name: '必填' }).check({ force: true });
  await addField(linshu, '金额', '合同金额');
  await publish(linshu);

  await linshu.goto('/design/processes');
  await linshu.getByRole('button', { name: '新建流程' }).first().click();
  await linshu.getByRole('dialog').getByLabel('名称（中文）').fill(name);
  await linshu.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await linshu.waitForURL(/\/design\/processes\/[0-9a-f-]{36}/);
  const panel = linshu.getByRole('complementary', { name: '属性' });
  await panel.getByRole('combobox', { name: '表单' }).click();
  await linshu.getByRole('option', { name, exact: true }).click();
  await linshu.locator('[data-element-id="Task_1"]').first().click();
  await panel.getByRole('textbox', { name: '名称' }).fill('部门审批');
  await panel.getByRole('button', { name: '选由谁办理' }).click();
  await publish(linshu);

  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, name);
  await form.text('用途', '华东区采购合同盖章');
  await form.text('合同金额', '88000');
  const id = await submit(lizhuo, /^提交给 王敏/);

  const { title } = await rowOf<{ title: string }>('select title from portal.process_instance where root_instance_id = $1', [id]);
  const chenli = await as('chenli');
  await chenli.goto('/monitor');
  await expect(chenli.getByText(title).first()).toBeVisible();

  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, title);
  await expect(wangmin.getByText('华东区采购合同盖章')).toBeVisible();
  await decide(wangmin, '同意');
  await lizhuo.goto(`/requests/${id}`);
  await expect(lizhuo.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await expect(lizhuo.getByText('部门审批').first()).toBeVisible();
});

// helpers //////////////////////

/** With the keyboard alone: find the kind, Enter puts it behind what is selected; then its label. */
async function addField(page: Page, type: string, label: string): Promise<void> {
  const search = page.getByRole('textbox', { name: '找组件，回车插入' });
  await search.fill(type);
  await search.press('Enter');
  await page.getByRole('textbox', { name: '标签 (中)' }).fill(label);
  await search.fill('');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布 v1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布 v1' }).click();
  await expect(toast(page, '已发布 v1')).toBeVisible();
}
