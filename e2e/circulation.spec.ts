import { rowsOf } from './support/installation';
import { startRequest, submit, toast, unique } from './support/portal';
import { expect, test } from './support/test';

test('a notice reaches a department; who has confirmed it is seen, and the others are reminded', async ({ as }) => {
  const title = unique('国庆放假安排');
  const songyutong = await as('songyutong');
  const form = await startRequest(songyutong, '通知传阅');
  await form.text('标题', title);
  await form.text('正文', '十月一日至七日放假，八日上班。请各部门安排值班。');
  await form.pick('接收部门', '运营部');
  const id = await submit(songyutong, /^提交/);
  // Nobody is waited for: the request is over, its readers are not.
  await expect(songyutong.getByRole('img', { name: '已通过' }).first()).toBeVisible();
  await expect(songyutong.getByText('0/3 已读').first()).toBeVisible();

  const jiangxin = await as('jiangxin');
  await jiangxin.goto('/reading');
  await jiangxin.getByText(title).click();
  await expect(jiangxin.getByText('十月一日至七日放假')).toBeVisible();
  await jiangxin.getByRole('button', { name: '确认已读' }).click();
  await expect(toast(jiangxin, '已确认')).toBeVisible();
  await jiangxin.goto('/reading');
  await expect(jiangxin.getByText(title)).toHaveCount(0);

  await songyutong.reload();
  const receipts = songyutong.getByRole('region', { name: '传阅' });
  await expect(receipts.getByText('1/3 已读')).toBeVisible();
  await expect(receipts.getByRole('listitem').filter({ hasText: '蒋昕' })).toContainText('已确认');
  await receipts.getByRole('button', { name: '提醒未读 2 人' }).click();
  await expect(toast(songyutong, '已提醒')).toBeVisible();
  await expect(receipts.getByRole('listitem').filter({ hasText: '杜若飞' })).toContainText('已提醒');

  const linshu = await as('linshu');
  await linshu.goto('/reading');
  await expect(linshu.getByRole('row').filter({ hasText: title })).toContainText('被提醒');

  const reminded = await rowsOf<{ login: string }>(
    `select u.login from portal.work_item w join portal."user" u on u.id = w.user_id
      where w.root_instance_id = $1 and w.urged_at is not null order by u.login`,
    [id],
  );
  expect(reminded.map((row) => row.login)).toEqual(['duruofei', 'linshu']);
});
