declare module '*/embedded-postgres.mjs' {
  export type PostgresServer = {
    url: string;
    urlOf: (database: string) => string;
    port: number;
    place: string;
    stop: () => Promise<void>;
  };
  export function startPostgres(
    folder: string,
    options?: { fast?: boolean; database?: string; log?: (line: string) => void },
  ): Promise<PostgresServer>;
  export function freePort(wanted: number): Promise<number | undefined>;
  export function temporaryFolder(prefix: string): string;
}
