import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import { KnownFacts } from '@/server/engine/core/facts';
import { predict } from '@/server/engine/core/predict';
import type { Prediction, PredictFrom } from '@/server/engine/core/predict/prediction';
import { resolveFacts } from '@/server/org/facts';
import { companyTimeZone } from './company-time';

const MAX_ROUNDS = 20;

/** Where a request will go when everybody approves, with the people the organisation names today. Nothing is written. */
export async function predictWithFacts(
  definition: Definition,
  from: PredictFrom,
  now: string,
): Promise<Extract<Prediction, { kind: 'steps' }>> {
  const facts = new KnownFacts();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const prediction = predict(definition, from, { facts, env: { now, timeZone: companyTimeZone(), newId } });
    if (prediction.kind === 'steps') return prediction;
    facts.add(await resolveFacts(prediction.facts, now));
  }
  throw new Error('the outlook asks for facts without end');
}
