import { expect, it } from 'vitest';
import { BUDGET, HEAVY, judge, scriptsOf, table } from './page-scripts.mjs';

const html = `
  <script src="/_next/static/chunks/0a_b~c.1.js" async=""></script>
  <script src="/_next/static/chunks/polyfills.js" noModule=""></script>
  <link rel="preload" as="script" href="/_next/static/chunks/late.js"/>
  <script>self.__next_f.push([1,"5:I[1,[\\"/_next/static/chunks/0a_b~c.1.js\\",\\"/_next/static/chunks/page-2.js\\"],\\"View\\"]"])</script>`;
const plain = { sizeOf: () => 1000, textOf: () => '' };

it('finds scripts in tags, preloads and the data of the page, each once, and not what old browsers take', () => {
  expect(scriptsOf(html)).toEqual(['static/chunks/0a_b~c.1.js', 'static/chunks/late.js', 'static/chunks/page-2.js']);
});

it('adds up what a page loads, to the byte of the budget', () => {
  expect(judge('/inbox', html, plain)).toMatchObject({ bytes: 3000, scripts: 3, ok: true });
  expect(judge('/inbox', html, { ...plain, sizeOf: () => BUDGET / 3 }).ok).toBe(true);
  expect(judge('/inbox', html, { ...plain, sizeOf: () => BUDGET / 3 + 1 }).ok).toBe(false);
});

it('finds each kind of heavy code on a page that has no use for it, and leaves it to the designers', () => {
  for (const [name, mark] of Object.entries(HEAVY)) {
    const withIt = { ...plain, textOf: (path: string) => (path.endsWith('late.js') ? `x${mark}y` : '') };
    expect(judge('/monitor', html, withIt)).toMatchObject({ ok: false, heavy: [name] });
    expect(judge('/design/processes/[id]', html, withIt)).toMatchObject({ ok: true, heavy: [] });
  }
});

it('does not take an answer without scripts for a light page', () => {
  const empty = judge('/inbox', '<h1>500</h1>', plain);
  expect(empty.ok).toBe(false);
  expect(table([empty])[0]).toContain('no scripts found');
});
