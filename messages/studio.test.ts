import { describe, expect, it } from 'vitest';
import { moduleAt, modules } from '../test/modules';
import { strangerNamespaces, studioNamespaces } from './namespaces';

const USE = /useTranslations\(\s*['"](\w+)/g;

describe('a page outside of the studio', () => {
  const pages = modules.filter(({ path }) => /^app\/.*\/(page|layout)\.tsx$/.test(path) && !givesStudioWords(path));

  it('is found', () => {
    expect(pages.length).toBeGreaterThan(3);
  });

  it.each(pages.map(({ path }) => path))('shows no words that it did not get: %s', (path) => {
    const foreign = [...reachedFrom(path)].flatMap((reached) =>
      [...(moduleAt.get(reached)?.source ?? '').matchAll(USE)]
        .filter(([, name]) => studioNamespaces.some((studio) => studio === name))
        .map(([, name]) => `${reached}: ${name}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe('a page for whoever is not signed in', () => {
  it.each(['app/sign-in/page.tsx', 'app/not-found.tsx', 'app/layout.tsx'])('shows no words that it did not get: %s', (path) => {
    const words = [...reachedFrom(path)].flatMap((reached) =>
      [...(moduleAt.get(reached)?.source ?? '').matchAll(USE)].map(([, name]) => name),
    );
    expect(words.filter((name) => !strangerNamespaces.some((own) => own === name))).toEqual([]);
  });
});

/** Some layout above it, or the page itself, wraps it in StudioMessages. */
function givesStudioWords(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const above = folders.map((_, depth) => `${folders.slice(0, depth + 1).join('/')}/layout.tsx`);
  return [path, ...above].some((file) => moduleAt.get(file)?.source.includes('<StudioMessages>'));
}

function reachedFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { to, typeOnly } of moduleAt.get(path)?.imports ?? []) if (!typeOnly && /\.tsx?$/.test(to)) reachedFrom(to, seen);
  return seen;
}
