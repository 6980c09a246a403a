// The built application with the demonstration company, for a measurement: started, asked as one of its people, ended.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './embedded-postgres.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const START = 5 * 60_000;

/** Starts it on the data in `folder`, runs `measure(origin)`, ends it. */
export async function withDemoServer(folder, measure) {
  const port = await freePort(0);
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), VERMILION_DATA: folder, NEXTAUTH_URL: origin },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise((done) => server.once('exit', done));
  try {
    await Promise.race([
      ready(`${origin}/api/health/ready`),
      gone.then((code) => Promise.reject(new Error(`the server ended with ${code} instead of starting`))),
    ]);
    return await measure(origin);
  } finally {
    server.kill('SIGTERM');
    await gone;
  }
}

async function ready(url) {
  for (const end = Date.now() + START; Date.now() < end; await new Promise((done) => setTimeout(done, 200))) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('the server did not become ready');
}

/** Signs in and answers what to put into `headers`. */
export async function signedIn(origin, folder, login) {
  const account = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')).find((candidate) => candidate.login === login);
  if (!account) throw new Error(`the demonstration company has no ${login}`);
  const jar = new Map();
  const ask = async (path, init) => {
    const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers: { ...init?.headers, cookie: cookies(jar) } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  const { csrfToken } = await (await ask('/api/auth/csrf')).json();
  await ask('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, login, password: account.password, json: 'true' }),
  });
  if (![...jar.keys()].some((name) => name.includes('session'))) throw new Error(`${login} could not sign in`);
  return { cookie: cookies(jar) };
}

const cookies = (jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
