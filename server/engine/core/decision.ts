import type { Definition } from '@/server/bpmn/definition';
import type { Command, CommandActor, CommandResult } from './command';
import type { EngineEvent } from './event';
import type { FactQuery, Facts } from './facts';
import type { Id, InstanceState, Instant } from './state';

/** Time and ids come from outside, so that the same input gives the same output (tests seed them). */
export type Env = { now: Instant /** IANA name; dates without a zone are read in it. */; timeZone?: string; newId(): Id };

export type DecideInput = { command: Command; actor: CommandActor; facts: Facts; env: Env };

export type Rejection = {
  code:
    | 'NOT_FOUND'
    | 'FORBIDDEN'
    | 'ALREADY_DONE'
    | 'STATE_CONFLICT'
    | 'CLAIMED'
    | 'REMINDED'
    | 'CONFLICT_STALE'
    | 'COMMENT_REQUIRED'
    | 'SOD_VIOLATION'
    | 'FIELD_REQUIRED'
    | 'FIELD_REF'
    | 'FIELD_LIMIT';
  path?: string;
  /** Of a code that has several: the person has a seat there already. */
  reason?: 'seated';
};

export type Decision =
  | { kind: 'accepted'; state: InstanceState; events: readonly EngineEvent[]; result: CommandResult }
  | { kind: 'rejected'; rejection: Rejection }
  | { kind: 'needs'; facts: readonly FactQuery[] };

/** server/engine/core/decide.ts has this signature; `state` is null for startInstance only. */
export type Decide = (definition: Definition, state: InstanceState | null, input: DecideInput) => Decision;
