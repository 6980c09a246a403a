import { deepStrictEqual } from 'node:assert/strict';
import type { Definition } from '@/server/bpmn/definition';
import { apply } from '../core/apply';
import type { Command, CommandActor } from '../core/command';
import { decide } from '../core/decide';
import type { Decision, Env } from '../core/decision';
import { type FactQuery, KnownFacts } from '../core/facts';
import { live } from '../core/live';
import type { InstanceState } from '../core/state';
import { answerAll, type Org } from './org';

export type Settled = Exclude<Decision, { kind: 'needs' }>;
export type Outside = { org: Org; env: Env; asked?: (queries: readonly FactQuery[]) => void };

/** Decides as the shell does: answers facts and asks again. Every accepted command proves that its events make its state. */
export function execute(
  definition: Definition,
  before: InstanceState | null,
  input: { command: Command; actor: CommandActor },
  outside: Outside,
): Settled {
  const facts = new KnownFacts();
  for (let round = 0; round < 10; round += 1) {
    const decision = decide(definition, before, { ...input, facts, env: outside.env });
    if (decision.kind === 'accepted') provesItself(before, decision);
    if (decision.kind !== 'needs') return decision;
    outside.asked?.(decision.facts);
    facts.add(answerAll(outside.org, decision.facts));
  }
  throw new Error('the same facts are asked for again and again');
}

/** What the next load would give. */
export function reload(state: InstanceState): InstanceState {
  return structuredClone(live(state));
}

// helpers //////////////////////

function provesItself(before: InstanceState | null, decision: Extract<Decision, { kind: 'accepted' }>): void {
  let state = before && structuredClone(before);
  for (const event of decision.events) state = apply(state, event);
  deepStrictEqual(state, decision.state);
}
