import { describe, expect, it } from 'vitest';
import { isTest, type Module, moduleAt, modules } from './modules';

const product = modules.filter((module) => !isTest(module.path));

/** Every import that breaks the rule, as `file → target`. */
function offences(from: (module: Module) => boolean, forbidden: (to: string, typeOnly: boolean, module: Module) => boolean): string[] {
  return product
    .filter(from)
    .flatMap((module) =>
      module.imports.filter(({ to, typeOnly }) => forbidden(to, typeOnly, module)).map(({ to }) => `${module.path} → ${to}`),
    );
}

const inside =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
const isDatabase = (to: string) => to.startsWith('server/db/') || /^(drizzle-orm|pg|drizzle-kit)(\/|$)/.test(to);

describe('layers', () => {
  it('the browser gets types of the server and nothing else', () => {
    const client = (module: Module) => inside('components', 'forms', 'lib')(module.path) || module.client;
    expect(offences(client, (to, typeOnly) => !typeOnly && inside('server')(to))).toEqual([]);
  });

  it('lib stands on itself, forms on lib, components on both', () => {
    expect(offences(({ path }) => inside('lib')(path), inside('forms', 'components', 'app', 'server'))).toEqual([]);
    expect(offences(({ path }) => inside('forms')(path), inside('components', 'app'))).toEqual([]);
    expect(offences(({ path }) => inside('components')(path), inside('app'))).toEqual([]);
  });

  it('the engine core imports only itself, lib, forms and the type of a definition', () => {
    expect(
      offences(
        ({ path }) => inside('server/engine/core')(path),
        (to, typeOnly) => !inside('server/engine/core', 'lib', 'forms')(to) && !(typeOnly && to === 'server/bpmn/definition.ts'),
      ),
    ).toEqual([]);
  });

  it('what the engine core loads, however far away, does no input or output', () => {
    const reached = reachable(product.filter(({ path }) => inside('server/engine/core')(path)));
    expect(
      reached.filter((to) => /^(node:|drizzle-orm|pg|next|react|pino)(\/|$)?/.test(to) || inside('server/db', 'app', 'components')(to)),
    ).toEqual([]);
  });

  it('the engine shell and the verbs know no transport and no page', () => {
    expect(
      offences(({ path }) => inside('server')(path) && !inside('server/trpc')(path), inside('server/trpc', 'app', 'components')),
    ).toEqual([]);
    expect(offences(({ path }) => inside('server/trpc')(path), inside('app', 'components'))).toEqual([]);
  });

  it('routers and pages go through verbs, not to the database', () => {
    expect(offences(({ path }) => inside('server/trpc', 'app')(path), isDatabase)).toEqual([]);
  });

  it('jobs and notifications call verbs or the runtime, never the core', () => {
    expect(
      offences(
        ({ path }) => inside('server/jobs', 'server/notify')(path),
        (to, typeOnly) => !typeOnly && inside('server/engine/core')(to),
      ),
    ).toEqual([]);
  });

  it('a folder named internal is private to the folder that holds it', () => {
    const isPrivate = (to: string, _typeOnly: boolean, { path }: Module) => {
      const owner = /^(.*)\/internal\//.exec(to)?.[1];
      return owner !== undefined && !path.startsWith(`${owner}/`);
    };
    expect(offences(() => true, isPrivate)).toEqual([]);
  });

  it('the product imports no test code', () => {
    expect(
      offences(
        () => true,
        (to) => isTest(to) && !to.startsWith('scripts/'),
      ),
    ).toEqual([]);
  });
});

describe('modules', () => {
  it('load each other in no circle', () => {
    expect(cycles(product)).toEqual([]);
  });

  it('are not re-exported wholesale', () => {
    expect(product.filter((module) => module.exportsAll || /(^|\/)index\.tsx?$/.test(module.path)).map((module) => module.path)).toEqual(
      [],
    );
  });

  it('exist when they are imported', () => {
    const missing = modules.flatMap((module) =>
      module.imports
        .filter(({ to, specifier }) => /^(@\/|\.)/.test(specifier) && !/\.[a-z]+$/.test(to))
        .map(({ to }) => `${module.path} → ${to}`),
    );
    expect(missing).toEqual([]);
  });
});

function loaded(path: string): string[] {
  return (moduleAt.get(path)?.imports ?? []).filter((item) => !item.typeOnly).map((item) => item.to);
}

function reachable(from: readonly Module[]): string[] {
  const seen = new Set(from.map((module) => module.path));
  for (const path of seen) for (const to of loaded(path)) seen.add(to);
  return [...seen];
}

/** One line per circle: the path that closes it. */
function cycles(from: readonly Module[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    for (const to of loaded(path)) if (moduleAt.has(to)) visit(to);
    trail.pop();
    done.add(path);
  };
  for (const { path } of from) visit(path);
  return found;
}
