// What JavaScript a page's HTML makes the browser load before anybody has touched anything.

/** A KB is 1000 bytes, and everything is counted as gzip would send it. */
export const BUDGET = 250_000;

/**
 * Code that a page carries only when it must, each with a text that stands in it after the build. The designers' own pages may have
 * all of it.
 */
export const HEAVY = {
  'diagram editor': 'djs-',
  'code editor': 'cm-editor',
  charts: 'recharts-',
  'form builder': '("builder")',
  'flow designer': '("designer")',
};

const isDesigner = (route) => route.startsWith('/design/');

/**
 * Every script that the HTML names: as a tag, as a preload, or in the data from which the page is made (React asks for those as soon
 * as it reads them). Left out is what only browsers without modules take.
 */
export function scriptsOf(html) {
  const named = html.matchAll(/static\/chunks\/[\w~.()-]+\.js/g);
  const old = new Set([...html.matchAll(/<script[^>]*>/gi)].map(([tag]) => tag).filter((tag) => /\snomodule\b/i.test(tag)));
  return [...new Set([...named].map(([path]) => path))].filter((path) => ![...old].some((tag) => tag.includes(path)));
}

/** `sizeOf` and `textOf` answer for a script's path. */
export function judge(route, html, { sizeOf, textOf }) {
  const scripts = scriptsOf(html);
  const bytes = scripts.reduce((sum, path) => sum + sizeOf(path), 0);
  const heavy = Object.entries(HEAVY)
    .filter(([, mark]) => !isDesigner(route) && scripts.some((path) => textOf(path).includes(mark)))
    .map(([name]) => name);
  return { route, scripts: scripts.length, bytes, ok: bytes > 0 && bytes <= BUDGET && heavy.length === 0, heavy };
}

/** One line a page, the heaviest first. */
export function table(results) {
  const width = Math.max(...results.map(({ route }) => route.length));
  return [...results]
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ route, bytes, scripts, ok, heavy }) => {
      const why = ok ? '' : `  ✗ ${bytes > BUDGET ? `over ${BUDGET / 1000} KB` : heavy.length > 0 ? heavy.join(', ') : 'no scripts found'}`;
      return `${route.padEnd(width)}  ${(bytes / 1000).toFixed(1).padStart(6)} KB  ${String(scripts).padStart(3)} scripts${why}`;
    });
}
