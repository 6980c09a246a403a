// `node with-parent.mjs command …`: runs a command, and ends it with all that it started as soon as whoever asked for it is gone or lets go
// of the channel. It leads a process group of its own (see run-child.mjs), which a signal from a keyboard does not reach.
import { spawn } from 'node:child_process';

const GRACE_MS = 3_000;
const [command = '', ...args] = process.argv.slice(2);
const isWindows = process.platform === 'win32';

const run = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows && command === 'npm' });
run.once('error', () => process.exit(127));
run.once('exit', (code) => process.exit(code ?? 1));
process.once('disconnect', end);
process.channel?.unref();

function end() {
  process.on('SIGTERM', () => undefined);
  // What it started and left behind goes with it.
  run.removeAllListeners('exit').once('exit', () => signal('SIGKILL'));
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), GRACE_MS);
}

function signal(name) {
  if (isWindows) spawn('taskkill', ['/pid', String(run.pid), '/t', '/f'], { stdio: 'ignore' });
  else process.kill(-process.pid, name);
}
