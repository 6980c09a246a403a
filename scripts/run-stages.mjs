// Runs quality stages one after the other, keeps their logs and adds up what passed and failed.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const LOGS = join(ROOT, 'test-results', 'logs');
const MINUTE = 60_000;

/**
 * A stage is { name, command: [program, …args], count?, env?, minutes? }. Without `count` it counts as one test that passes when the
 * program ends with 0; with it, `count()` reads the report that the program wrote. Answers { passed, failed }.
 */
export async function runStages(stages) {
  mkdirSync(LOGS, { recursive: true });
  const total = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const result = await runStage(stage);
    total.passed += result.passed;
    total.failed += result.failed;
  }
  return total;
}

async function runStage({ name, command, count, env = {}, minutes = 15 }) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  const { code, log } = await run(command, env, join(LOGS, `${name.replaceAll(' ', '-')}.log`), minutes * MINUTE);
  const result = counted(count, code);
  const lines = log.trimEnd().split('\n');
  process.stdout.write(`${lines.slice(result.failed > 0 ? -120 : -6).join('\n')}\n`);
  process.stdout.write(`── ${name}: ${result.passed} passed, ${result.failed} failed, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}

function counted(count, code) {
  const one = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!count) return one;
  try {
    const { passed, failed } = count();
    // A runner that fails without a failed test (a file that does not load, a leak) fails once; one without any test has not tested.
    return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run([program, ...args], env, logFile, limit) {
  return new Promise((done) => {
    const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: '1', ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    const file = createWriteStream(logFile);
    let log = '';
    const keep = (chunk) => {
      file.write(chunk);
      log = (log + chunk).slice(-200_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const late = setTimeout(() => {
      keep(`\nstopped after ${limit / MINUTE} minutes\n`);
      // The whole group: runners have children of their own.
      if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    }, limit);
    child.once('error', (error) => keep(String(error)));
    child.once('close', (code) => {
      clearTimeout(late);
      file.end();
      done({ code: code ?? 1, log });
    });
  });
}

/** In the title of tests that say why they cannot run here: they need files that do not come with a clone. */
const EXCUSE = '(skipped: ';

/** A vitest stage of one project, counted by its JSON report; a test that was skipped without an excuse counts as failed. */
export function vitestStage(name, project, extra = {}) {
  const report = join(LOGS, `${project}.json`);
  rmSync(report, { force: true });
  return {
    name,
    command: ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    count: () => {
      const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
      const tests = testResults.flatMap((file) => file.assertionResults);
      const passed = tests.filter(({ status }) => status === 'passed').length;
      const excused = tests.filter(
        ({ status, fullName }) => status !== 'passed' && status !== 'failed' && fullName.includes(EXCUSE),
      ).length;
      return { passed, failed: tests.length - passed - excused };
    },
    ...extra,
  };
}

/** The browser journeys, counted by Playwright's JSON report; only what passed at the first try has passed. */
export function browserStage(name, env) {
  const report = join(LOGS, 'browser.json');
  rmSync(report, { force: true });
  return {
    name,
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    minutes: 40,
    count: () => {
      const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
      return { passed: expected, failed: unexpected + flaky + skipped };
    },
  };
}

/** The last line of every run, and the exit code. */
export function finish({ passed, failed }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
