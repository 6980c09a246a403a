// How long a page takes on a slow line and a slow computer: `npx tsx bench/page-feel.ts <origin> <login> <password>`, on a server with the
// demonstration company. The line: 1.6 Mbit/s, 150 ms there and back; the processor: a quarter of this one. Medians of five visits.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const [origin = 'http://127.0.0.1:3000', login = 'wangmin', password = ''] = process.argv.slice(2);
const VISITS = 5;
/** What a reader comes for on each page; a skeleton has none of it. */
const PAGES = {
  '/': 'main li a, main [class*=empty]',
  '/inbox': 'main h1',
  '/requests': 'main table tbody tr a, main [class*=empty]',
  '/start': 'main li a',
};

const browser = await chromium.launch({
  ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const storageState = await signIn(browser);
const say = (...cells: readonly unknown[]) =>
  process.stdout.write(`${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell).padStart(16))).join('')}\n`);
say('page', 'first paint ms', 'content ms', 'script KB');
for (const [path, content] of Object.entries(PAGES)) {
  const visits = [];
  for (let visit = 0; visit < VISITS; visit++) visits.push(await open(path, content));
  say(
    path,
    median(visits.map(({ paint }) => paint)),
    median(visits.map((each) => each.content)),
    median(visits.map(({ script }) => script)),
  );
}
await browser.close();

async function open(path: string, content: string): Promise<{ paint: number; content: number; script: number }> {
  const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 100_000,
  });
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let script = 0;
  const scripts = new Set<string>();
  line.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await page.goto(origin + path, { waitUntil: 'commit' });
  await page.locator(content).first().waitFor({ state: 'visible', timeout: 60_000 });
  const shown = await page.evaluate(() => performance.now());
  await page.waitForLoadState('load');
  await page.waitForTimeout(3000);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await context.close();
  return { paint: Math.round(paint), content: Math.round(shown), script: Math.round(script / 1000) };
}

async function signIn(within: Browser) {
  const context = await within.newContext();
  const { csrfToken } = (await (await context.request.get(`${origin}/api/auth/csrf`)).json()) as { csrfToken: string };
  await context.request.post(`${origin}/api/auth/callback/credentials`, { form: { csrfToken, login, password, json: 'true' } });
  const state = await context.storageState();
  await context.close();
  return state;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
