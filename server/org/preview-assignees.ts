import { z } from 'zod';
import { assignmentRuleSchema } from '@/lib/bpmn/assignment';
import { can, requireUser } from '@/server/auth/require';
import { AppError } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import { factKey, type FactQuery, type Person } from '@/server/engine/core/facts';
import { resolveFacts } from './facts';
import type { OrgOption } from './org-option';
import { resolveOptions } from './resolve-options';

export const PreviewAssigneesInput = z.strictObject({
  rules: z.array(assignmentRuleSchema).min(1).max(20),
  except: z.array(assignmentRuleSchema).max(10).default([]),
  /** As whom the rules are tried; rules that start from the applicant use it. Without one, the one who asks. */
  applicantId: z.uuid().optional(),
  departmentId: z.uuid().nullable().default(null),
  /** The number of levels of a chain, where the rule has an expression for it. */
  levels: z.int().min(0).max(20).nullable().default(null),
});

/** The first people and how many there are; `open` counts rules that only a real request can answer: they read its form or somebody's choice. */
export type AssigneePreview = { people: readonly OrgOption[]; total: number; open: number };

const SHOWN = 100;

const OPEN = new Set(['departmentHead', 'fieldUsers', 'fieldDepartments', 'chosenByApplicant', 'chosenByPrevious', 'sameAs']);

/** Whom assignment rules find at this moment, for the designer of a flow and the keeper of a role; the engine asks the same function. */
export async function previewAssignees(ctx: Ctx, input: z.infer<typeof PreviewAssigneesInput>): Promise<AssigneePreview> {
  if (!can(ctx, 'process.design') && !can(ctx, 'org.manage')) throw new AppError('FORBIDDEN');
  const applicantId = input.applicantId ?? requireUser(ctx).userId;
  const asked = (rule: (typeof input.rules)[number]): FactQuery => ({
    kind: 'assignees',
    rule,
    applicantId,
    departmentId: input.departmentId,
    subjects: [],
    levels: input.levels,
  });
  const facts = await resolveFacts([...input.rules, ...input.except].map(asked), ctx.now().toISOString());
  const found = (rule: (typeof input.rules)[number]): readonly Person[] => {
    const answer = facts[factKey(asked(rule))];
    return answer?.kind === 'assignees' ? answer.people : [];
  };
  const seen = new Set(input.except.flatMap(found).map((person) => person.userId));
  const people = input.rules.flatMap(found).filter(({ userId }) => !seen.has(userId) && seen.add(userId));
  const ids = people.slice(0, SHOWN).map(({ userId }) => userId);
  return {
    people: ids.length === 0 ? [] : await resolveOptions(ctx, { kind: 'user', ids }),
    total: people.length,
    open: input.rules.filter((rule) => OPEN.has(rule.kind)).length,
  };
}
