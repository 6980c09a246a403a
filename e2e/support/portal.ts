import { expect, type Locator, type Page } from '@playwright/test';
import { Form } from './form';

/** Opens the gallery, finds the process by name and gives its form. */
export async function startRequest(page: Page, process: string): Promise<Form> {
  await page.goto('/start');
  await page.getByRole('link', { name: process, exact: true }).first().click();
  await expect(page.getByRole('complementary', { name: '提交之后' })).toBeVisible();
  return new Form(page);
}

/** Presses the one button, which names who will have it, and gives the id of the request's own page. */
export async function submit(page: Page, button: RegExp | string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Opens what waits under this title, however much waits before it. */
export async function openInboxItem(page: Page, title: string): Promise<void> {
  await page.goto('/inbox');
  await page.getByRole('searchbox', { name: '在待办里找' }).fill(title);
  await page.getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

/** 同意, 驳回 or 退回 on the item that is open, with a comment. */
export async function decide(page: Page, kind: '同意' | '驳回' | '退回', comment?: string): Promise<void> {
  const bar = page.getByRole('group', { name: '处理' });
  if (comment !== undefined) await bar.getByRole('textbox', { name: '意见' }).fill(comment);
  await bar.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
  await expect(toast(page, `已${kind}`)).toBeVisible();
}

export function toast(page: Page, text: string): Locator {
  return page.getByRole('alert').filter({ hasText: text });
}

/** Everybody's inbox counts on its own; the title tells this test's requests from others. */
export function unique(title: string): string {
  return `${title} ${Date.now().toString(36)}`;
}

/** The next answer to this call never comes back, though it was carried out. */
export async function loseAnswer(page: Page, call: RegExp): Promise<void> {
  await page.route(
    call,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}
