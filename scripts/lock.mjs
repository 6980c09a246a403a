// One process at a time, also over a crash, on every platform that Node runs on; needs nothing but node.
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

const POLL_MS = 250;
/** A holder shows that it lives by touching its lock; one that has not for so many looks is gone (a computer that slept does not count its sleep). */
const BEAT_MS = 2_000;
const SILENT_LOOKS = 240;
const MISSES = 100;
/** Of several that take over the same dead lock, the last one has it; the others see that after this time. */
const SETTLE_MS = 300;

/** Runs `work` while no other process holds `file`; a lock whose holder died is taken over. `waiting` is told once, when it has to wait. */
export async function withLock(file, work, waiting = () => undefined) {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`;
  await acquire(file, token, waiting);
  const beat = setInterval(() => touch(file), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (read(file)?.token === token) rmSync(file, { force: true });
  }
}

// helpers //////////////////////

async function acquire(file, token, waiting) {
  let seen;
  let looks = 0;
  let told = false;
  let misses = 0;
  for (;;) {
    if (create(file, token)) return;
    const held = read(file);
    if (!held) {
      // It went between the two looks; when that never ends, the folder cannot be written.
      if (++misses > MISSES) throw new Error(`${file} can neither be made nor read`);
      await delay(20);
      continue;
    }
    misses = 0;
    looks = seen && seen.token === held.token && seen.touched === held.touched ? looks + 1 : 0;
    seen = held;
    if ((isDead(held.token) || looks >= SILENT_LOOKS) && (await takeOver(file, token))) return;
    if (!told) waiting();
    told = true;
    await delay(POLL_MS);
  }
}

function create(file, token) {
  try {
    writeFileSync(file, token, { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows says EPERM or EBUSY while another process is just removing the file.
    if (['EEXIST', 'EPERM', 'EBUSY'].includes(error.code)) return false;
    throw error;
  }
}

/** Undefined when it is gone, or cannot be read at this moment. */
function read(file) {
  try {
    return { token: readFileSync(file, 'utf8'), touched: statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

/** Whether its holder ran on this computer and runs no more. */
function isDead(token) {
  const [pid, host] = token.split(' ');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

async function takeOver(file, token) {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, token);
    renameSync(own, file);
  } catch {
    rmSync(own, { force: true });
    return false;
  }
  await delay(SETTLE_MS);
  return read(file)?.token === token;
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It is gone: a silence of ours was taken for a death. The work in hand is finished all the same.
  }
}

function delay(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
