import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Definition } from '@/server/bpmn/definition';
import type { InstanceState } from '../core/state';

/** A request as a released version of the portal has left it: what its journal holds, and what that came to. */
export type History = {
  definition: Definition;
  /** The packed body of each journal entry, base64. */
  journal: readonly string[];
  /** The live state after the last of them; a worker's claims are not in it. */
  state: InstanceState;
  now: string;
};

/** Recorded by scripts/record-histories.ts, once per release. What was released is never changed: databases out there hold the like. */
export function readHistories(version: string): readonly History[] {
  const packed = readFileSync(new URL(`./histories/${version}.json.gz`, import.meta.url));
  return JSON.parse(gunzipSync(packed).toString('utf8')) as History[];
}
