import { test as base, type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { demoPassword } from './installation';

export { expect };
type Signed = { as(login: string): Promise<Page> };

/** `as('lizhuo')` is a page of that person, signed in, in a browser of his or her own. */
export const test = base.extend<Signed>({
  as: async ({ browser }, provide) => {
    const contexts = new Map<string, BrowserContext>();
    await provide(async (login) => {
      const known = contexts.get(login);
      if (known) return known.pages()[0] ?? known.newPage();
      const context = await signedIn(browser, login);
      contexts.set(login, context);
      return context.newPage();
    });
    await Promise.all([...contexts.values()].map((context) => context.close()));
  },
});

// helpers //////////////////////

const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** Signing in costs the server a password hash; each person does it once. */
async function signedIn(browser: Browser, login: string): Promise<BrowserContext> {
  const { baseURL, locale, timezoneId, viewport } = test.info().project.use;
  const known = sessions.get(login);
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    ...(locale ? { locale } : {}),
    ...(timezoneId ? { timezoneId } : {}),
    ...(viewport === undefined ? {} : { viewport }),
    ...(known ? { storageState: known } : {}),
  });
  if (known) return context;
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, login, password: demoPassword(), json: 'true' },
  });
  expect(answer.ok(), `${login} signs in`).toBe(true);
  const state = await context.storageState();
  expect(
    state.cookies.find((cookie) => cookie.name.includes('session')),
    `${login} has a session that no script reads and no other site sends`,
  ).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  sessions.set(login, state);
  return context;
}
