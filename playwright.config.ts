import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const port = process.env.E2E_PORT ?? '3199';
/** Set it to try the journeys on a server that runs already. */
const running = process.env.E2E_URL;
const baseURL = running ?? `http://127.0.0.1:${port}`;
const data = process.env.VERMILION_DATA ?? join(tmpdir(), `vermilion-e2e-${port}`);
/** Where the sample company's core system is looked for; a journey stands one in there. */
const coreSystem = process.env.VERMILION_CORE_SYSTEM_URL ?? `http://127.0.0.1:${Number(port) + 1}`;
/** Mails go to a server that the journeys keep (e2e/support/mail-server.ts). */
const mailServer = process.env.SMTP_URL ?? `smtp://portal:pa%40ss@127.0.0.1:${Number(port) + 2}`;
const chromium = process.env.CHROMIUM_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

// The journeys read the database, play the core system and receive the mail: they take all three from here.
process.env.VERMILION_DATA = data;
process.env.VERMILION_CORE_SYSTEM_URL = coreSystem;
process.env.SMTP_URL = mailServer;

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/mail-server.ts',
  outputDir: './test-results/browser',
  // Journeys share one company's data; one after the other they stay readable and deterministic.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    actionTimeout: 15_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(running === undefined
    ? {
        webServer: {
          command: 'node scripts/start.mjs',
          url: `${baseURL}/api/health/ready`,
          timeout: 300_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
          // Without the sample requests: the journeys say what was asked for.
          env: {
            PORT: port,
            HOST: '127.0.0.1',
            VERMILION_DATA: data,
            VERMILION_DEMO: 'people',
            VERMILION_CORE_SYSTEM_URL: coreSystem,
            SMTP_URL: mailServer,
          },
        },
      }
    : {}),
});
