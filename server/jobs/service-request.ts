import type { NameType } from '@/server/bpmn/definition';
import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { evaluateSource } from '@/lib/expression/evaluate-source';
import type { Json } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import type { ConnectorRequest } from '@/server/connector/call';
import type { JobContext } from './load-job-context';

type Problem = { [key: string]: Json };

/** The HTTP request of a service task: the path with `{key}` filled in (URL-encoded, so that no value can leave its segment), the body from FEEL. */
export function buildRequest(
  settings: ServiceTaskSettings,
  names: Readonly<Record<string, NameType>>,
  context: JobContext,
  idempotencyKey: string,
): Result<ConnectorRequest, Problem> {
  const values = { ...context.values, ...context.variables };
  const path = fillPath(settings.path, { ...values, number: context.number, businessKey: context.businessKey });
  if (!path.ok) return path;
  if (!settings.body) return ok({ method: settings.method, path: path.value, body: undefined, idempotencyKey });
  const body = evaluateSource(settings.body, { names, values, now: context.now });
  if (!body.ok) return err({ code: 'BODY_EXPRESSION', message: body.error.code, from: body.error.from, to: body.error.to });
  return ok({ method: settings.method, path: path.value, body: body.value, idempotencyKey });
}

// helpers //////////////////////

function fillPath(template: string, values: Readonly<Record<string, Json | undefined>>): Result<string, Problem> {
  const missing: string[] = [];
  const path = template.replace(/\{([^{}]+)\}/g, (_whole, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined || value === null || typeof value === 'object' || value === '') {
      missing.push(key);
      return '';
    }
    return encodeURIComponent(String(value));
  });
  return missing.length > 0 ? err({ code: 'PATH_VALUE_MISSING', names: missing }) : ok(path);
}
