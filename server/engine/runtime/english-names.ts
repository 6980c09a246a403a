import { Lru } from '@/lib/lru';
import type { Runner } from './runner';

export type Place = { versionId: string; elementId: string };

const known = new Lru<string>(2_000);

/**
 * What the designer called these elements in English, '' where nothing. The journal keeps the one name that the flow was drawn with;
 * published versions never change, so a name that was read once is never read again.
 */
export async function englishNames(run: Runner, places: readonly Place[]): Promise<(place: Place) => string> {
  const names = new Map<string, string>();
  const missing = new Map<string, Place>();
  for (const place of places) {
    const name = known.get(keyOf(place));
    if (name === undefined) missing.set(keyOf(place), place);
    else names.set(keyOf(place), name);
  }
  if (missing.size > 0) {
    const { rows } = await run<Place & { name: string }>({
      name: 'element_english_names',
      text: `select x."versionId", x."elementId", coalesce(v.definition->'elements'->x."elementId"->>'nameEn', '') as name
             from jsonb_to_recordset($1::jsonb) as x("versionId" uuid, "elementId" text) join portal.process_version v on v.id = x."versionId"`,
      values: [JSON.stringify([...missing.values()])],
    });
    for (const row of rows) {
      known.set(keyOf(row), row.name);
      names.set(keyOf(row), row.name);
    }
  }
  return (place) => names.get(keyOf(place)) ?? '';
}

// helpers //////////////////////

function keyOf({ versionId, elementId }: Place): string {
  return `${versionId}:${elementId}`;
}
