import { newId } from '@/lib/id';
import { portalTime } from './clock';
import type { Ctx } from './context';
import { companyTimeZone } from './engine/runtime/company-time';

/** The context of a worker, a timer or the command line. */
export function systemContext(name: string, requestId: string = newId()): Ctx {
  return { actor: { kind: 'system', name }, requestId, ip: null, locale: 'zh', timeZone: companyTimeZone(), now: portalTime };
}
