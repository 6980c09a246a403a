import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { ElementKind } from '@/lib/bpmn/element-kinds';
import type { CommandOf } from '../commands/handler';
import type { Env, Rejection } from '../decision';
import type { FactQuery, KnownFacts, Person } from '../facts';
import type { GroupNote, Id, IncidentKind, InstanceState } from '../state';

/** Before submitting: the command that would start it. Later: the instance as it is. */
export type PredictFrom = { start: CommandOf<'startInstance'> } | { state: InstanceState };
export type PredictInput = { facts: KnownFacts; env: Env };

/** `name` is empty for people of whom no fact has told it. */
export type PredictedPerson = Person & { onBehalfOf: Id | null; note: GroupNote['kind'] | null };

export type PredictedStep = {
  elementId: string;
  name: string;
  kind: ElementKind;
  /** How people decide; null where nobody does. */
  rule: CompletionRule | null;
  /** One item is offered to all of them, for whoever claims it. */
  offered: boolean;
  people: readonly PredictedPerson[];
  notes: readonly GroupNote[];
  /** It has begun already. */
  now: boolean;
  /** The first activity of a branch that is not taken, and the condition that does not hold; null = the default branch. */
  skipped?: { gatewayId: string; flowId: string; flowName: string; condition: string | null };
};

export type StoppedBecause =
  | { kind: 'incident'; incident: IncidentKind; elementId: string | null }
  | { kind: 'rejected'; rejection: Rejection }
  /** Tokens wait at a join for what cannot come. */
  | { kind: 'stuck' }
  | { kind: 'limit' };

export type Prediction =
  | { kind: 'needs'; facts: readonly FactQuery[] }
  | { kind: 'steps'; steps: readonly PredictedStep[]; ended: boolean; stoppedBecause?: StoppedBecause };
