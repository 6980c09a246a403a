import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { isTest, modules, SOURCE_FOLDERS } from './modules';

const LIMIT = 400;
const TEST_LIMIT = 600;

const styles = SOURCE_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ path: join(folder, name), source: readFileSync(join(folder, name), 'utf8') })),
);

describe('files', () => {
  it('are short: 400 lines, tests 600, so that one does one thing', () => {
    const long = [...modules, ...styles].map(({ path, source }) => ({ path, lines: source.split('\n').length - 1 }));
    expect(long.filter(({ path, lines }) => lines > (isTest(path) ? TEST_LIMIT : LIMIT))).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const odd = modules.map((module) => module.path).filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+){1,3}$/.test(basename(path)));
    expect(odd).toEqual([]);
  });

  it('give a class one meaning: a second rule by the same name would change the first one’s elements', () => {
    const twice = styles.flatMap(({ path, source }) => {
      const alone = [...source.matchAll(/(?<!,\n)^(\.[\w-]+) \{$/gm)].map(([, selector]) => selector ?? '');
      return alone.filter((selector, index) => alone.indexOf(selector) < index).map((selector) => `${path}: ${selector}`);
    });
    expect(twice).toEqual([]);
  });
});

describe('pages', () => {
  it('name their tab', () => {
    const pages = modules.filter(({ path }) => path.startsWith('app/') && basename(path) === 'page.tsx');
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter(({ source }) => !/export (const|async function) generateMetadata/.test(source)).map(({ path }) => path)).toEqual(
      [],
    );
  });
});

describe('the engine core', () => {
  const core = modules.filter(({ path }) => path.startsWith('server/engine/core/') && !isTest(path));

  it('knows no clock, no chance, no process and no waiting, so that a replay gives the same answer', () => {
    const found = core.flatMap(({ path, source }) => [...new Set(impurities(path, source))].map((what) => `${path}: ${what}`));
    expect(found).toEqual([]);
  });

  it('would be caught using any of them', () => {
    const impure =
      'async function a() { await b; new Date(); Date.now(); Math.random(); crypto.randomUUID(); process.env.X; setTimeout(a); fetch(u); }';
    expect(new Set(impurities('x.ts', impure))).toEqual(
      new Set(['async', 'await', 'Date', 'Math.random', 'crypto', 'process', 'setTimeout', 'fetch']),
    );
    expect(impurities('x.ts', 'const due = { Date: 1 }.Date; instance.process; Math.max(1, 2)')).toEqual([]);
  });
});

const GLOBALS = new Set([
  'Date',
  'crypto',
  'process',
  'globalThis',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'console',
  'Intl',
]);
type Node = { type: string; [key: string]: unknown };

function impurities(path: string, source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    if (value.type === 'AwaitExpression' || (value.type === 'ForOfStatement' && value.await === true)) found.push('await');
    if (value.async === true) found.push('async');
    if (value.type === 'Identifier' && GLOBALS.has(String(value.name))) found.push(String(value.name));
    const { object, property } = value;
    if (value.type === 'MemberExpression' && isNode(object) && isNode(property) && object.name === 'Math' && property.name === 'random')
      found.push('Math.random');
    for (const [key, child] of Object.entries(value)) if (!isPlainName(value, key)) visit(child);
  };
  visit(parseSync(path, source).program);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The name behind a dot, a key and a parameter's or type's own name refer to no global. */
function isPlainName(node: Node, key: string): boolean {
  return node.computed !== true && (key === 'property' || (key === 'key' && node.shorthand !== true));
}
