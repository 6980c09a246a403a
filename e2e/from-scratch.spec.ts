import type { Page } from '@playwright/test';
import { Canvas } from './support/canvas';
import { rowOf, rowsOf } from './support/installation';
import { decide, openInboxItem, startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('from an empty canvas to finished requests: one person draws, one asks, two decide, one watches', async ({ as }) => {
  test.setTimeout(300_000);
  const name = unique('用章申请').replace(' ', '');

  const linshu = await as('linshu');
  await drawForm(linshu, name);
  await drawFlow(linshu, name);

  const lizhuo = await as('lizhuo');
  const form = await startRequest(lizhuo, name);
  await form.text('用途', '华东区采购合同盖章');
  await form.text('合同金额', '88000');
  await expect(lizhuo.getByRole('complementary', { name: '提交之后' })).toContainText('苏青');
  const large = await submit(lizhuo, /^提交给 王敏/);
  const title = await titleOf(large);

  const chenli = await as('chenli');
  await chenli.goto('/monitor');
  const watched = chenli.getByRole('row').filter({ hasText: title });
  await expect(watched).toContainText('王敏');

  const wangmin = await as('wangmin');
  await openInboxItem(wangmin, title);
  await expect(wangmin.getByText('华东区采购合同盖章')).toBeVisible();
  await decide(wangmin, '同意', '请财务看一下金额');
  await chenli.reload();
  await expect(watched).toContainText('苏青');

  const suqing = await as('suqing');
  await openInboxItem(suqing, title);
  await decide(suqing, '同意');
  await lizhuo.goto(`/requests/${large}`);
  await expect(lizhuo.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await expect(lizhuo.getByText('财务审批').first()).toBeVisible();
  await chenli.goto(`/requests/${large}`);
  await expect(chenli.getByRole('img', { name: '已通过' }).first()).toBeVisible();

  await test.step('a small sum is decided by the manager alone', async () => {
    const small = await startRequest(lizhuo, name);
    await small.text('用途', '门店租约盖章');
    await small.text('合同金额', '49999.99');
    const id = await submit(lizhuo, /^提交给 王敏/);
    await openInboxItem(wangmin, await titleOf(id));
    await decide(wangmin, '同意');
    expect(await story(id)).toEqual(['completed approved', '部门审批: wangmin approved']);
  });

  expect(await story(large)).toEqual(['completed approved', '部门审批: wangmin approved', '财务审批: suqing approved']);
  expect(await typedRows(name)).toEqual([
    { purpose: '华东区采购合同盖章', amount: '88000', type: 'numeric', status: 'completed' },
    { purpose: '门店租约盖章', amount: '49999.99', type: 'numeric', status: 'completed' },
  ]);
});

// helpers //////////////////////

async function drawForm(page: Page, name: string): Promise<void> {
  await page.goto('/design/forms');
  await page.getByRole('button', { name: '新建表单' }).first().click();
  await page.getByRole('dialog').getByLabel('名称（中文）').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(/\/design\/forms\/[0-9a-f-]{36}/);
  for (const [type, label] of [
    ['文本', '用途'],
    ['金额', '合同金额'],
  ] as const) {
    await addField(page, type, label);
    await page.getByRole('switch', { name: '必填' }).check({ force: true });
  }
  await publish(page);
}

/** Submit → 部门审批 → 满五万? → 财务审批 → end, else straight to the end. */
async function drawFlow(page: Page, name: string): Promise<void> {
  const canvas = await Canvas.begin(page, name);
  const { panel } = canvas;
  await canvas.choose('表单', name);
  await canvas.select('审批');
  await canvas.rename('部门审批');
  await panel.getByRole('button', { name: '选由谁办理' }).click();
  await canvas.append('排他网关');
  await canvas.rename('满五万?');
  await canvas.append('人工环节');
  await canvas.rename('财务审批');
  await panel.getByRole('button', { name: '选由谁办理' }).click();
  await canvas.choose('分派规则', '指定用户');
  await panel.getByRole('combobox', { name: '指定用户' }).fill('苏青');
  await page.getByRole('option', { name: /苏青/ }).click();
  await page.keyboard.press('Escape');
  await canvas.connect('财务审批', '办结');
  await canvas.select('满五万?');
  await panel.getByRole('button', { name: /→ 财务审批/ }).click();
  await canvas.expression('条件', '合同金额 >= 50000');
  await canvas.select('满五万?');
  await panel.getByRole('button', { name: /→ 办结/ }).click();
  await panel.getByRole('switch', { name: '默认走这条' }).check({ force: true });
  await expect(page.getByText('没有问题，可以发布。')).toBeVisible();
  await publish(page);
}

/** With the keyboard alone: find the kind, Enter puts it behind what is selected; then its label. */
async function addField(page: Page, type: string, label: string): Promise<void> {
  const search = page.getByRole('textbox', { name: '找组件，回车插入' });
  await search.fill(type);
  await search.press('Enter');
  await page.getByRole('textbox', { name: '标签（中）' }).fill(label);
  await search.fill('');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布 v1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布 v1' }).click();
  await expect(toast(page, '已发布 v1')).toBeVisible();
}

async function titleOf(id: string): Promise<string> {
  return (await rowOf<{ title: string }>('select title from portal.process_instance where root_instance_id = $1', [id])).title;
}

/** How a request ended, and who decided what at which activity. */
async function story(id: string): Promise<string[]> {
  const { end } = await rowOf<{ end: string }>(
    `select status || ' ' || outcome as "end" from portal.process_instance where root_instance_id = $1`,
    [id],
  );
  const decided = await rowsOf<{ line: string }>(
    `select (v.definition->'elements'->i.element_id->>'name') || ': ' || u.login || ' ' || i.status as line
     from portal.work_item i join portal.process_instance p using (root_instance_id) join portal.process_version v on v.id = p.version_id
     join portal."user" u on u.id = i.user_id where i.root_instance_id = $1 order by i.ended_at`,
    [id],
  );
  return [end, ...decided.map((row) => row.line)];
}

type TypedRow = { purpose: string; amount: string; type: string; status: string };

/** The rows of the form's own table, by the columns that its fields became. */
async function typedRows(name: string): Promise<TypedRow[]> {
  const { code, schema } = await rowOf<{ code: string; schema: { sections: { children: { id: string; key: string }[] }[] } }>(
    'select f.code, v.schema from portal.form f join portal.form_version v on v.id = f.latest_version_id where f.name_zh = $1',
    [name],
  );
  const [purpose, amount] = schema.sections.flatMap((section) => section.children).map((field) => `f_${field.id}`);
  return rowsOf<TypedRow>(
    `select t.${purpose} as purpose, t.${amount}::text as amount, pg_typeof(t.${amount})::text as type, p.status from form_data.t_${code} t join portal.process_instance p on p.id = t.instance_id order by p.started_at`,
  );
}
