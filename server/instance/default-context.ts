import type { DefaultContext } from '@/forms/runtime/defaults';
import type { FormSchema } from '@/forms/schema/schema';
import { allFields } from '@/forms/schema/walk';
import type { UserActor } from '@/server/context';
import { factKey } from '@/server/engine/core/facts';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { resolveFacts } from '@/server/org/facts';

/** What defaults of a new request may refer to; the manager is only looked for when a field asks. */
export async function defaultContextOf(
  schema: FormSchema,
  actor: UserActor,
  departmentId: string | null,
  now: string,
): Promise<DefaultContext> {
  const wantsManager = allFields(schema).some(
    ({ field }) => field.default?.kind === 'context' && field.default.name === 'applicantManager',
  );
  const managerId = wantsManager ? await managerOf(actor.userId, departmentId, now) : null;
  return { now, timeZone: companyTimeZone(), applicant: { id: actor.userId, name: actor.name, departmentId, managerId } };
}

/** Whom the organisation names as the manager of somebody in a department. */
export async function managerOf(userId: string, departmentId: string | null, now: string): Promise<string | null> {
  const question = { kind: 'managerOf', userId, departmentId, notUserIds: [userId] } as const;
  const answer = (await resolveFacts([question], now))[factKey(question)];
  return answer?.kind === 'managerOf' ? (answer.person?.userId ?? null) : null;
}
