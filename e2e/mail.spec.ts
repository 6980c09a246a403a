import { linkOf } from '../test/mailbox';
import { demoPassword } from './support/installation';
import { mailTo } from './support/mail-server';
import { startRequest, submit, unique } from './support/portal';
import { expect, test } from './support/test';

test('what waits is said in the open page and by mail, and the mail’s link opens it after the sign-in', async ({ as, browser }) => {
  const title = unique('端午值班安排');
  const jiangxin = await as('jiangxin');
  await jiangxin.goto('/settings');
  await expect(jiangxin.getByRole('heading', { name: '个人设置' })).toBeVisible();
  const settings = jiangxin.getByRole('table').filter({ hasText: '有文要读' });
  await expect(settings.getByRole('checkbox', { name: '有文要读, 邮件' })).toBeChecked();
  const bell = jiangxin.getByRole('link', { name: /通知/ });

  const songyutong = await as('songyutong');
  const form = await startRequest(songyutong, '通知传阅');
  await form.text('标题', title);
  await form.text('正文', '初五值班表见附件。');
  await form.pick('接收部门', '运营部');
  const id = await submit(songyutong, /^提交/);

  // The page that was open all the time says so by itself, and leads there.
  const news = jiangxin.getByRole('status').filter({ hasText: title });
  await expect(news).toBeVisible();
  await expect(bell).toHaveAccessibleName(/条未读/);
  await news.getByRole('link').click();
  await expect(jiangxin).toHaveURL(new RegExp(`/requests/${id}`));

  const caught = await mailTo('jiangxin@xinghe.example', title);
  expect(caught.mail.subject).toMatch(/^【朱批】/);
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '', locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(linkOf(caught));
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel('登录名或邮箱').fill('jiangxin');
  await page.getByLabel('密码', { exact: true }).fill(demoPassword());
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/requests/${id}`));
  await expect(page.getByText('初五值班表见附件。')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认已读' })).toBeVisible();
  await context.close();
});
