import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

export type Import = {
  /** Path of a file of ours, or the name of a package. */
  to: string;
  specifier: string;
  /** Erased by the compiler: nothing of the other module is loaded. */
  typeOnly: boolean;
};
export type Module = { path: string; source: string; imports: Import[]; client: boolean; exportsAll: boolean };

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.json', '/index.ts', '/index.tsx'];
export const SOURCE_FOLDERS = ['app', 'components', 'forms', 'i18n', 'lib', 'messages', 'server', 'test', 'scripts', 'e2e', 'bench'];

/** Every TypeScript file of ours with what it imports, read once. */
export const modules: readonly Module[] = SOURCE_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => readModule(join(folder, name))),
);

export const moduleAt: ReadonlyMap<string, Module> = new Map(modules.map((module) => [module.path, module]));

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^(test|e2e|bench|scripts)\//.test(path) || path.startsWith('server/engine/testing/');
}

function readModule(path: string): Module {
  const source = readFileSync(path, 'utf8');
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const statics = module.staticImports.map((item) => ({
    specifier: item.moduleRequest.value,
    typeOnly: item.entries.length > 0 && item.entries.every((entry) => entry.isType),
  }));
  const reexports = module.staticExports.flatMap((item) =>
    item.entries.flatMap((entry) =>
      entry.moduleRequest
        ? [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType, all: entry.importName.kind.startsWith('All') }]
        : [],
    ),
  );
  const dynamics = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^['"](.+)['"]$/.exec(source.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[1] === undefined ? [] : [{ specifier: literal[1], typeOnly: false }];
  });
  return {
    path,
    source,
    imports: [...statics, ...reexports, ...dynamics].map(({ specifier, typeOnly }) => ({
      specifier,
      typeOnly,
      to: resolve(path, specifier),
    })),
    client: /^\s*['"]use client['"]/.test(source),
    exportsAll: reexports.some((item) => item.all),
  };
}

function resolve(from: string, specifier: string): string {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? normalize(join(dirname(from), specifier))
      : undefined;
  if (path === undefined) return specifier;
  const ending = ENDINGS.find((end) => existsSync(path + end) && statSync(path + end).isFile());
  return ending === undefined ? path : path + ending;
}
