/** `2026-11-21T04:05:06.1+00:00`, as Postgres writes timestamptz into JSON → `2026-11-21T04:05:06.100Z`, as the engine writes instants. */
export function iso(value: string): string {
  return new Date(value).toISOString();
}

export function isoOrNull(value: string | null): string | null {
  return value === null ? null : iso(value);
}
