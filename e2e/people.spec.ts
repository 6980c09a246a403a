import { expect, test } from './support/test';

test('a new colleague makes an own password first, works, and is out at once when disabled', async ({ as, browser }) => {
  const login = `new${Date.now().toString(36)}`;
  const admin = await as('bailu');
  // Where the person opens over the list: the password must not lie under that.
  await admin.goto('/organisation?tab=people');
  await admin.getByRole('button', { name: '添加人员' }).click();
  const drawer = admin.getByRole('dialog', { name: '添加人员' });
  await drawer.getByLabel('姓名').fill('洛桑');
  await drawer.getByLabel('登录名').fill(login);
  for (const [field, choice] of [
    ['任职 1 的部门', '运营部'],
    ['任职 1 的职位', '专员'],
  ] as const) {
    await drawer.getByRole('combobox', { name: field }).fill(choice);
    await admin.getByRole('option', { name: choice }).first().click();
  }
  await drawer.getByRole('button', { name: '添加，生成一次性密码' }).click();
  const sheet = admin.getByRole('dialog', { name: /洛桑/ });
  const given = await sheet.locator('dd').nth(1).innerText();
  await sheet
    .getByRole('button', { name: /关闭|好/ })
    .last()
    .click();

  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '', locale: 'zh-CN' });
  const colleague = await context.newPage();
  await colleague.goto('/inbox');
  await colleague.getByLabel('登录名或邮箱').fill(login);
  await colleague.getByLabel('密码', { exact: true }).fill(given);
  await colleague.getByRole('button', { name: '登录', exact: true }).click();
  await expect(colleague).toHaveURL(/\/new-password\?callbackUrl=%2Finbox/);

  // Neither another page nor the API is a way around.
  await colleague.goto('/settings');
  await expect(colleague).toHaveURL(/\/new-password\?callbackUrl=%2Fsettings/);
  const refused = await context.request.get('/api/trpc/account.sessions');
  expect([refused.status(), await refused.text()]).toEqual([403, expect.stringContaining('PASSWORD_CHANGE_REQUIRED')]);

  await colleague.getByLabel('管理员给的密码').fill(given);
  await colleague.getByLabel('新密码', { exact: true }).fill('seven grey herons');
  await colleague.getByLabel('再输一次新密码').fill('seven grey herons');
  await colleague.getByRole('button', { name: '保存并进入' }).click();
  await expect(colleague.getByRole('heading', { name: '个人设置' })).toBeVisible();

  await admin.getByRole('button', { name: '停用登录…' }).click();
  await admin.getByRole('button', { name: '停用登录', exact: true }).click();
  await expect(colleague).toHaveURL(/\/sign-in\?ended=1&callbackUrl=%2Fsettings/);
  await colleague.getByLabel('登录名或邮箱').fill(login);
  await colleague.getByLabel('密码', { exact: true }).fill('seven grey herons');
  await colleague.getByRole('button', { name: '登录', exact: true }).click();
  await expect(colleague.getByText('登录名或密码不对。')).toBeVisible();
  await context.close();
});

test('only the sign-in page signs in, and the cookie is for this site’s server alone', async ({ request, baseURL }) => {
  const attempt = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    request.post('/api/auth/callback/credentials', { form: { login: 'lizhuo', password: 'x', json: 'true', ...form }, headers });
  // Without the token that this browser was given, nothing is even judged.
  for (const csrfToken of ['', 'forged'])
    expect((await (await attempt({ csrfToken })).json()) as { url: string }).toEqual({ url: expect.stringContaining('csrf=true') });
  const cookies = (await request.storageState()).cookies;
  expect(cookies.filter(({ name }) => name.includes('session'))).toEqual([]);
  expect(cookies.find(({ name }) => name.includes('csrf'))).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  const elsewhere = await request.post('/api/trpc/account.updatePreferences', {
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    data: { theme: 'dark' },
  });
  expect(elsewhere.status()).toBe(403);
  const form = await request.post(`${baseURL}/api/trpc/account.updatePreferences`, { form: { theme: 'dark' } });
  expect(form.status()).toBe(415);
});
