import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'vermilion-lock-'));
const LOCK = pathToFileURL(join(import.meta.dirname, 'lock.mjs')).href;
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the lock between processes', () => {
  it('lets one in at a time, whatever their number', async () => {
    const log = join(root, 'log');
    const children = Array.from({ length: 5 }, () => holder(join(root, 'a.lock'), { log, ms: 40 }));
    await Promise.all(children.map((child) => once(child, 'exit')));
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(10);
    for (let index = 0; index < lines.length; index += 2) {
      expect([lines[index], lines[index + 1]]).toEqual([`in ${pidOf(lines[index])}`, `out ${pidOf(lines[index])}`]);
    }
    expect(existsSync(join(root, 'a.lock'))).toBe(false);
  });

  it('is taken over from one that was killed, by one of those that wait', async () => {
    // given: a holder that dies in the middle
    const log = join(root, 'killed');
    const lock = join(root, 'b.lock');
    const dead = holder(lock, { log, ms: 600_000 });
    await until(() => existsSync(log));
    dead.kill('SIGKILL');
    await once(dead, 'exit');
    expect(existsSync(lock)).toBe(true);
    // when
    await Promise.all([holder(lock, { log, ms: 30 }), holder(lock, { log, ms: 30 })].map((child) => once(child, 'exit')));
    // then
    const [, ...lines] = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['in', 'out', 'in', 'out']);
    expect(existsSync(lock)).toBe(false);
  });

  it('is not taken from one that lives', async () => {
    const log = join(root, 'alive');
    const lock = join(root, 'c.lock');
    const first = holder(lock, { log, ms: 1_500 });
    await until(() => existsSync(log));
    const second = holder(lock, { log, ms: 1 });
    await Promise.all([first, second].map((child) => once(child, 'exit')));
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([
      `in ${first.pid}`,
      `out ${first.pid}`,
      `in ${second.pid}`,
      `out ${second.pid}`,
    ]);
  });
});

describe('installing', () => {
  it('happens once when several starts find no packages, and the others wait for it', async () => {
    // given: a project without packages and a slow npm that notes its beginning and end
    const project = join(root, 'project');
    mkdirSync(join(project, 'scripts'), { recursive: true });
    for (const name of ['ensure-installed.mjs', 'lock.mjs', 'run-child.mjs', 'with-parent.mjs'])
      cpSync(join(import.meta.dirname, name), join(project, 'scripts', name));
    writeFileSync(join(project, 'package-lock.json'), '{}');
    const log = join(project, 'npm.log');
    writeFileSync(
      join(project, 'npm.js'),
      `const fs = require('node:fs');
       fs.appendFileSync(${JSON.stringify(log)}, 'begin ' + process.argv[2] + '\\n');
       setTimeout(() => {
         fs.mkdirSync('node_modules', { recursive: true });
         fs.writeFileSync('node_modules/.package-lock.json', '{}');
         fs.appendFileSync(${JSON.stringify(log)}, 'end\\n');
       }, 700);`,
    );
    const script = `import { ensureInstalled } from ${JSON.stringify(pathToFileURL(join(project, 'scripts/ensure-installed.mjs')).href)};
      await ensureInstalled(console.log);
      process.exitCode = (await import('node:fs')).existsSync('node_modules/.package-lock.json') ? 0 : 3;`;
    // when
    const starts = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: project,
        env: { ...process.env, npm_execpath: join(project, 'npm.js') },
        stdio: 'ignore',
      }),
    );
    const codes = await Promise.all(starts.map(async (child) => (await once(child, 'exit'))[0] as number));
    // then
    expect(codes).toEqual([0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('begin ci\nend\n');
  });
});

// helpers //////////////////////

function holder(lock: string, { log, ms }: { log: string; ms: number }): ChildProcess {
  const script = `import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(LOCK)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ' + process.pid + '\\n');
      await new Promise((done) => setTimeout(done, ${ms}));
      appendFileSync(${JSON.stringify(log)}, 'out ' + process.pid + '\\n');
    });`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
}

function pidOf(line: string | undefined): string {
  return line?.split(' ')[1] ?? '';
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((done) => setTimeout(done, 20));
}
