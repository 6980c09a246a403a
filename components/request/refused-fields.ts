import type { AppErrorInfo } from '@/components/shell/use-app-error';

/** What a refusal says of each thing that was sent along, by its path: `chosen.<element>`, `documents.<type>`. */
export type RefusedFields = ReadonlyMap<string, string>;

/** The same for what was found to be missing before anything was sent. */
export function missingFields(paths: readonly string[]): RefusedFields {
  return new Map(paths.map((path) => [path, '']));
}

export function refusedFields(info: AppErrorInfo | null): RefusedFields {
  if (!info) return new Map();
  const own = info.path === null ? [] : [[info.path, info.message] as const];
  return new Map([...own, ...info.issues.map(({ path, message }) => [path, message] as const)]);
}
