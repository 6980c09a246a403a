// Long work of other programs (npm, the build) which must not outlive this process, however it ends.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WATCHED = join(dirname(fileURLToPath(import.meta.url)), 'with-parent.mjs');
const running = new Set();
let isEnding = false;

/** Runs a command to its end and answers its exit code; never, once everything is being ended: nothing follows then. */
export async function runChild(command, args, { cwd, env }) {
  if (isEnding) return never();
  const child = spawn(process.execPath, [WATCHED, command, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  running.add(child);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (status) => resolve(status ?? 1));
  });
  running.delete(child);
  return isEnding ? never() : code;
}

/** Ends what still runs, and waits until it has ended. */
export async function endChildren() {
  isEnding = true;
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((done) => child.once('exit', done));
      if (child.connected) child.disconnect();
      return gone;
    }),
  );
}

// helpers //////////////////////

function never() {
  return new Promise(() => undefined);
}
