import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'vermilion-child-'));
const RUN_CHILD = pathToFileURL(join(import.meta.dirname, 'run-child.mjs')).href;
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A command that starts another one, which writes down its process and then does nothing for ever. */
const grandchild = (file: string) =>
  `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(`require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => 0, 1e6)`)}], { stdio: 'ignore' }); setInterval(() => 0, 1e6)`;

async function started(name: string): Promise<{ starter: ChildProcess; pid: number }> {
  const file = join(root, name);
  const source = `
    import { endChildren, runChild } from ${JSON.stringify(RUN_CHILD)};
    process.once('SIGTERM', async () => { await endChildren(); process.exit(7); });
    await runChild(process.execPath, ['-e', ${JSON.stringify(grandchild(file))}], { cwd: '.', env: process.env });
    process.exit(1);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'ignore' });
  await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '');
  return { starter, pid: Number(readFileSync(file, 'utf8')) };
}

describe.skipIf(process.platform === 'win32')('long work of another program', { timeout: 30_000 }, () => {
  it('answers its exit code', async () => {
    const { runChild } = (await import(RUN_CHILD)) as { runChild(command: string, args: string[], options: object): Promise<number> };
    const options = { cwd: root, env: process.env };
    expect(await runChild(process.execPath, ['-e', 'process.exit(3)'], options)).toBe(3);
    expect(await runChild('no-such-command', [], options)).toBe(127);
  });

  it('ends with everything that it started, when it is no longer wanted', async () => {
    const { starter, pid } = await started('wanted');
    const exited = new Promise((done) => starter.once('exit', done));
    starter.kill('SIGTERM');
    // Nothing that would follow on the work was done.
    expect(await exited).toBe(7);
    await until(() => !isAlive(pid));
    expect(isAlive(pid)).toBe(false);
  });

  it('ends with everything that it started, when whoever asked for it was killed', async () => {
    const { starter, pid } = await started('killed');
    starter.kill('SIGKILL');
    await until(() => !isAlive(pid));
    expect(isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((later) => setTimeout(later, 20));
}
