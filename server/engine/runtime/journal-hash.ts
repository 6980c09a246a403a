import { createHash } from 'node:crypto';
import type { Json } from '@/lib/json';
import type { CommandResult } from '@/server/engine/core/command';
import type { EngineEvent } from '@/server/engine/core/event';
import { canonicalJson } from './canonical-json';

/** A row of portal.journal without its hash. */
export type JournalEntry = {
  rootInstanceId: string;
  seq: number;
  at: string;
  actorId: string | null;
  actorName: string;
  command: string;
  commandId: string;
  requestHash: string;
  reason: string | null;
  events: readonly EngineEvent[];
  result: CommandResult | Json;
  prevHash: string;
};

/** sha256(previous hash ‖ canonical row): a row that is changed, dropped or put in between breaks the chain from there on. */
export function journalHash({ prevHash, ...row }: JournalEntry): string {
  return createHash('sha256').update(prevHash).update('\n').update(canonicalJson(row)).digest('hex');
}
