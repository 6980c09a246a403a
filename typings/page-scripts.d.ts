declare module '*/page-scripts.mjs' {
  export type PageScripts = { route: string; scripts: number; bytes: number; ok: boolean; heavy: string[] };
  export const BUDGET: number;
  export const HEAVY: Readonly<Record<string, string>>;
  export function scriptsOf(html: string): string[];
  export function judge(
    route: string,
    html: string,
    build: { sizeOf: (path: string) => number; textOf: (path: string) => string },
  ): PageScripts;
  export function table(results: readonly PageScripts[]): string[];
}
