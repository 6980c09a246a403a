import { startCoreSystem } from '../scripts/core-system.mjs';
import { rowOf } from './support/installation';
import { decide, openInboxItem, startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

/** A picture of one pixel. */
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('a bank card is changed exactly once, although the core system was down at first', async ({ as }) => {
  test.setTimeout(120_000);
  const loan = unique('JK').replace(' ', '-');
  const { hostname, port } = new URL(process.env.VERMILION_CORE_SYSTEM_URL ?? '');
  const core = await startCoreSystem(Number(port), {
    host: hostname,
    loans: { [loan]: { borrower: '钱多多', idNumber: '310101199003074512', card: '6222021001116245702', bank: '工商银行上海分行' } },
  });
  try {
    const dengchenxi = await as('dengchenxi');
    const form = await startRequest(dengchenxi, '借款人银行卡信息修改');
    await form.text('借款编号', loan);
    await dengchenxi.getByRole('radio', { name: '电话' }).check();
    // The core system is asked as soon as the number is there.
    await expect(dengchenxi.getByLabel('借款人姓名')).toHaveValue('钱多多');
    await expect(dengchenxi.getByLabel('身份证号')).toHaveValue('3101**********4512');
    core.state.behavior.down = true;
    await form.text('新银行卡号', '6222 0212 3456 7890 127');
    await form.text('开户行', '工商银行上海分行');
    await dengchenxi.locator('input[type=file]').setInputFiles({ name: '手持身份证.png', mimeType: 'image/png', buffer: PHOTO });
    await expect(dengchenxi.getByRole('button', { name: /^移除 手持身份证/ })).toBeVisible();
    await dengchenxi.getByRole('button', { name: /^提交/ }).click();
    await expect(dengchenxi.getByText('银行卡号不对，请核对各位数字').first()).toBeVisible();
    await form.text('新银行卡号', '6222 0212 3456 7890 128');
    const id = await submit(dengchenxi, /^提交/);

    const shilei = await as('shilei');
    await openInboxItem(shilei, `银行卡修改：${loan} 钱多多`);
    await decide(shilei, '同意');

    // Three attempts with growing pauses, then it stands open until somebody looks at it.
    const tangning = await as('tangning');
    await expect
      .poll(
        async () => (await rowOf<{ n: number }>(`select count(*)::int as n from portal.incident where root_instance_id = $1`, [id])).n,
        {
          timeout: 60_000,
        },
      )
      .toBe(1);
    expect(core.state.calls.map(({ status }) => status)).toEqual([503, 503, 503]);
    await tangning.goto(`/requests/${id}`);
    await expect(tangning.getByText('调用外部系统失败').first()).toBeVisible();

    core.state.behavior.down = false;
    await tangning.getByRole('button', { name: '现在重试' }).click();
    await tangning.getByRole('dialog').getByRole('textbox').fill('核心系统已恢复');
    await tangning.getByRole('dialog').getByRole('button', { name: '重试' }).click();
    await expect(toast(tangning, '已重试')).toBeVisible();

    await expect(tangning.getByRole('img', { name: '已通过' }).first()).toBeVisible({ timeout: 30_000 });
    const calls = core.state.calls;
    expect(calls.map(({ changed }) => changed)).toEqual([false, false, false, true]);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
    expect(calls.at(-1)).toMatchObject({ id: loan, body: { card: '6222021234567890128', bank: '工商银行上海分行' } });
    await dengchenxi.goto(`/requests/${id}`);
    await expect(dengchenxi.getByText('HX00000001').first()).toBeVisible();
  } finally {
    await core.stop();
  }
});
