import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { evaluateSource } from '@/lib/expression/evaluate-source';
import type { Json } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import { isStorable } from '@/lib/storable';

type Answer = { status: number; response: Json; now: string };
type Read = { errorCode: string | null; values: Readonly<Record<string, Json>>; variables: Readonly<Record<string, Json>> };
type Problem = { [key: string]: Json };

const NAMES = { response: 'any', status: 'number' } as const;

/** Applies a service task's error list and output mapping to an answer. Outputs are read only from a 2xx answer without a business error. */
export function readResponse(settings: ServiceTaskSettings, answer: Answer): Result<Read, Problem> {
  const env = { names: NAMES, values: { response: answer.response, status: answer.status }, now: answer.now };
  for (const rule of settings.errors) {
    const hit = evaluateSource(rule.when, env);
    if (!hit.ok) return err({ code: 'ERROR_EXPRESSION', expression: rule.when, message: hit.error.code });
    if (hit.value === true) return ok({ errorCode: rule.code, values: {}, variables: {} });
  }
  if (answer.status < 200 || answer.status >= 300) return ok({ errorCode: null, values: {}, variables: {} });
  const out = { field: new Map<string, Json>(), variable: new Map<string, Json>() };
  for (const mapping of settings.output) {
    const value = evaluateSource(mapping.expression, env);
    if (!value.ok) return err({ code: 'OUTPUT_EXPRESSION', expression: mapping.expression, message: value.error.code });
    if (!isStorable(value.value)) return err({ code: 'OUTPUT_TEXT', expression: mapping.expression });
    out[mapping.target].set(mapping.name, value.value);
  }
  return ok({ errorCode: null, values: Object.fromEntries(out.field), variables: Object.fromEntries(out.variable) });
}
