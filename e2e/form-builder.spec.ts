import type { Page } from '@playwright/test';
import { rowOf } from './support/installation';
import { toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('a form is drawn with mouse and keyboard, published, changed, and gets a field back', async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as('linshu');
  const name = unique('采购').replace(' ', '');
  await page.goto('/design/forms');
  await page.getByRole('button', { name: '新建表单' }).first().click();
  await page.getByRole('dialog').getByLabel('名称（中文）').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(/\/design\/forms\/[0-9a-f-]{36}/);

  // by keyboard, by click, and dragged to its place
  await page.getByRole('textbox', { name: '找组件，回车插入' }).fill('数字');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '找组件，回车插入' }).fill('');
  await component(page, '公式').click();
  await component(page, '下拉选择').dragTo(page.locator('[data-type="number"]'), { targetPosition: { x: 200, y: 3 } });
  await expect(page.locator('[data-node-id]').first()).toContainText('下拉选择');

  // a formula follows the field it names
  await page.locator('button[data-type="formula"]').click();
  await page.getByRole('textbox', { name: '公式' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('数字 * 2');
  await page.locator('button[data-type="number"]').click();
  await page.getByRole('textbox', { name: '标签（中）' }).fill('数量');
  await expect(page.locator('button[data-type="formula"]')).toContainText('数量 * 2');

  // a condition is chosen, and holds in the preview
  const shown = page.getByRole('group', { name: '何时显示' });
  await shown.getByRole('button', { name: '加一个条件' }).click();
  await shown.getByRole('combobox', { name: '第 1 个条件的字段' }).click();
  await page.getByRole('option', { name: '下拉选择' }).click();
  await page.getByRole('button', { name: '手机' }).click();
  await expect(page.getByRole('textbox', { name: '数量' })).toBeHidden();
  await page.getByRole('combobox', { name: '下拉选择' }).click();
  await page.getByRole('option', { name: '选项 1' }).click();
  await page.getByRole('textbox', { name: '数量' }).fill('21');
  await expect(page.getByText('42.00')).toBeVisible();
  await page.getByRole('button', { name: '编辑', exact: true }).click();

  await publish(page, 1);
  await page.locator('button[data-type="number"]').focus();
  await page.keyboard.press('Delete');
  await page.locator('button[data-type="formula"]').focus();
  await page.keyboard.press('Delete');
  await publish(page, 2);
  await expect(columns(name)).resolves.toEqual({ used: 1, retired: 2 });
  await page
    .getByRole('button', { name: '数量', exact: false })
    .filter({ has: page.getByLabel('放回表单，旧数据还在') })
    .click();
  await publish(page, 3);
  await expect(columns(name)).resolves.toEqual({ used: 2, retired: 1 });

  await page.getByRole('button', { name: '与 v3 比较' }).click();
  const versions = page.getByRole('dialog', { name: '版本' });
  await expect(versions.getByText('没有不同')).toBeVisible();
  await versions.getByRole('combobox', { name: 'v1 与谁比较' }).selectOption('与 v2 比较');
  await expect(versions.getByText('从 v1 到 v2')).toBeVisible();
});

test('what is pressed goes where the palette says: behind a sub-table, into it only by one of its columns', async ({ as }) => {
  const page = await as('linshu');
  await page.goto('/design/forms');
  await page.getByRole('button', { name: '新建表单' }).first().click();
  await page.getByRole('dialog').getByLabel('名称（中文）').fill(unique('明细').replace(' ', ''));
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(/\/design\/forms\/[0-9a-f-]{36}/);
  const palette = page.getByRole('tabpanel', { name: '组件' });
  const nodes = page.locator('[data-node-list] button[data-type]');
  const types = () => nodes.evaluateAll((all) => all.map((node) => node.getAttribute('data-type')));

  await component(page, '子表').click();
  await expect(palette.getByText('插到：「明细」之后')).toBeVisible();
  await component(page, '日期').click();
  await expect.poll(types).toEqual(['subTable', 'text', 'date']);

  // the other place that the sub-table offers
  await page.locator('button[data-type="subTable"]').click();
  await palette.getByRole('button', { name: '改为它的列' }).click();
  await expect(palette.getByText(/插到：「明细」的列/)).toBeVisible();
  await component(page, '金额').click();
  await expect.poll(types).toEqual(['subTable', 'text', 'money', 'date']);
  await palette.getByRole('button', { name: '改放子表之后' }).click();
  await expect(palette.getByText('插到：「明细」之后')).toBeVisible();

  // by its own button, and on by keyboard
  await page.getByRole('button', { name: '加列', exact: true }).click();
  await page.keyboard.type('百分比');
  await page.keyboard.press('Enter');
  await expect.poll(types).toEqual(['subTable', 'text', 'money', 'percentage', 'date']);
});

// helpers //////////////////////

function component(page: Page, type: string) {
  return page.getByRole('tabpanel', { name: '组件' }).getByRole('button', { name: type, exact: true });
}

async function publish(page: Page, no: number): Promise<void> {
  await page.getByRole('button', { name: `发布 v${no}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `发布 v${no}` })
    .click();
  await expect(toast(page, `已发布 v${no}`)).toBeVisible();
}

/** How many columns the form's table has in use, and how many it keeps for later. */
function columns(name: string): Promise<{ used: number; retired: number }> {
  return rowOf(
    `select count(*) filter (where not c.retired)::int as used, count(*) filter (where c.retired)::int as retired
     from portal.form_column c join portal.form f on f.id = c.form_id where f.name_zh = $1`,
    [name],
  );
}
