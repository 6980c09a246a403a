import type { Group } from './builtins/define';
import { builtins } from './builtins/registry';
import { typeName } from './check/type';

export type CatalogParam = { name: string; types: readonly string[]; optional: boolean; repeats: boolean };

/** A function as an author sees it; its description is messages/<lang>/expression.json under `functions.<name>`. */
export type CatalogEntry = {
  name: string;
  aliases: readonly string[];
  group: Group;
  signatures: readonly { params: readonly CatalogParam[]; result: string }[];
};

const sort: CatalogEntry = {
  name: 'sort',
  aliases: ['排序'],
  group: 'list',
  signatures: [
    {
      params: [
        { name: 'list', types: ['list'], optional: false, repeats: false },
        { name: 'precedes', types: ['function'], optional: true, repeats: false },
      ],
      result: 'list',
    },
  ],
};

/** All functions, for completion and documentation. */
export const functionCatalog: readonly CatalogEntry[] = [
  ...builtins.map(({ name, aliases, group, signatures }) => ({
    name,
    aliases,
    group,
    signatures: signatures.map(({ params, result }) => ({
      params: params.map((param) => ({
        name: param.name,
        types: param.types.map(typeName),
        optional: param.mode === 'absent' || param.mode === 'blank',
        repeats: param.mode === 'items',
      })),
      result: typeof result === 'function' ? 'any' : typeName(result),
    })),
  })),
  sort,
];
