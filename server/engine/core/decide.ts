import { drain } from './agenda';
import { handlerOf } from './commands/registry';
import type { Decide } from './decision';
import { MissingFacts, Refusal } from './failures';
import { resultOf } from './result';
import { Run } from './run';

/**
 * The engine: what a command does to an instance, without doing it anywhere. Synchronous and pure: the same
 * definition, state, command, facts and environment give the same answer, so that the real run, the preview before
 * submitting, the simulation in the designer and the tests are one function.
 *
 * The command's own effect comes first (commands/), then the tokens it set moving run to their next wait states
 * (agenda.ts). Three things stop it: a Refusal (nothing stays), missing facts (the shell answers them and asks
 * again), a bug (throws). A fault of the model stops only the step it belongs to and leaves an incident.
 */
export const decide: Decide = (definition, state, input) => {
  const run = new Run(definition, state, input);
  try {
    handlerOf(input.command)(run, input.command);
    drain(run);
  } catch (stop) {
    if (stop instanceof Refusal) return { kind: 'rejected', rejection: stop.rejection };
    if (!(stop instanceof MissingFacts)) throw stop;
    run.lack(stop.queries);
  }
  if (run.lacksFacts) return { kind: 'needs', facts: run.missing };
  if (run.events.length > 0) run.emit({ type: 'versionRaised', version: run.state.instance.version + 1 });
  return { kind: 'accepted', state: run.state, events: run.events, result: resultOf(definition, run.state) };
};
