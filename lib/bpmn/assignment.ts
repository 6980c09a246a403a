import { z } from 'zod';

const uuids = z.array(z.uuid()).min(1).max(200);

/** Who gets work items. Rules of one activity are united in order; a person appears once. */
export const assignmentRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('users'), userIds: uuids }),
  z.strictObject({ kind: z.literal('department'), departmentIds: uuids, includeSub: z.boolean() }),
  z.strictObject({ kind: z.literal('position'), positionIds: uuids }),
  z.strictObject({ kind: z.literal('departmentPosition'), departmentIds: uuids, includeSub: z.boolean(), positionIds: uuids }),
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('role'), roleIds: uuids }),
  z.strictObject({ kind: z.literal('workGroup'), workGroupIds: uuids }),
  z.strictObject({ kind: z.literal('applicant') }),
  /** The applicant's manager `levels` departments up (1 = direct manager). */
  z.strictObject({ kind: z.literal('manager'), levels: z.int().min(1).max(20) }),
  /**
   * Level by level up the departments' heads: until `untilRank` is reached (a head whose best rank is that or
   * higher is the last one), and at most as many levels as the FEEL expression `levels` says. At least one of both.
   */
  z.strictObject({
    kind: z.literal('managerChain'),
    untilRank: z.int().min(1).max(99).optional(),
    levels: z.string().max(2000).optional(),
  }),
  /** Head of the department(s) chosen in a form field. */
  z.strictObject({ kind: z.literal('departmentHead'), field: z.string().min(1).max(100) }),
  /** The people chosen in a form field. */
  z.strictObject({ kind: z.literal('fieldUsers'), field: z.string().min(1).max(100) }),
  /** Everybody in the department(s) chosen in a form field. */
  z.strictObject({ kind: z.literal('fieldDepartments'), field: z.string().min(1).max(100), includeSub: z.boolean() }),
  /** Chosen when the request is submitted. */
  z.strictObject({ kind: z.literal('chosenByApplicant'), multiple: z.boolean() }),
  /** Chosen by whoever completes the activity before. */
  z.strictObject({ kind: z.literal('chosenByPrevious'), multiple: z.boolean() }),
  /** Whoever decided activity `activityId` last. */
  z.strictObject({ kind: z.literal('sameAs'), activityId: z.string().min(1).max(100) }),
]);
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;

export const nobodyPolicySchema = z.discriminatedUnion('kind', [
  /** The head of the next department up, as far as needed. */
  z.strictObject({ kind: z.literal('upOneLevel') }),
  z.strictObject({ kind: z.literal('user'), userId: z.uuid() }),
  z.strictObject({ kind: z.literal('processAdmin') }),
  z.strictObject({ kind: z.literal('autoPass') }),
]);
export type NobodyPolicy = z.infer<typeof nobodyPolicySchema>;

/** The applicant is among the approvers: take the seat away (one seat fewer), hand it to the applicant's manager, or let it be. */
export const applicantPolicySchema = z.enum(['leaveOut', 'manager', 'allow']);
/** The same person approves again: ask each time, pass when the activity just before was approved by that person, or when any was in this round. */
export const repeatPolicySchema = z.enum(['ask', 'consecutive', 'any']);

export const completionRuleSchema = z.discriminatedUnion('rule', [
  /** Nobody is waited for: everyone gets it to read. */
  z.strictObject({ rule: z.literal('auto') }),
  /** All must approve; one rejection decides. */
  z.strictObject({ rule: z.literal('all') }),
  /** The first decision decides. */
  z.strictObject({ rule: z.literal('any') }),
  /** Passes when approvals reach (`atLeast`) or exceed (`moreThan`) `percent` of the seats, or reach `count`; fails when that can no longer happen. */
  z.strictObject({
    rule: z.literal('vote'),
    percent: z.number().gt(0).max(100).optional(),
    count: z.int().min(1).max(1000).optional(),
    compare: z.enum(['atLeast', 'moreThan']),
  }),
  /** One after the other in seat order; one rejection decides. */
  z.strictObject({ rule: z.literal('sequential') }),
]);
export type CompletionRule = z.infer<typeof completionRuleSchema>;
