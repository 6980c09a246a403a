import { z } from 'zod';
import { applicantPolicySchema, assignmentRuleSchema, completionRuleSchema, nobodyPolicySchema, repeatPolicySchema } from './assignment';
import { localTextSchema } from './local-text';

/*
 * What a model carries beside plain BPMN: one JSON object per element in
 * <bpmn:extensionElements><vm:settings>{…}</vm:settings></bpmn:extensionElements>, xmlns:vm="urn:vermilion:bpmn:1".
 */

export const VERMILION_NS = 'urn:vermilion:bpmn:1';

const feel = z.string().min(1).max(4000);
const duration = z.string().regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/);

export const fieldAccessLevels = ['hidden', 'masked', 'read', 'edit', 'required'] as const;
export const fieldAccessSchema = z.strictObject({
  /** By field id (columns of sub-tables too); what is not named has `default`. */
  fields: z.record(z.string(), z.enum(fieldAccessLevels)),
  default: z.enum(['hidden', 'read', 'edit']),
  /** Row operations by sub-table field id; absent = none but what `edit` of the sub-table itself gives. */
  rows: z.record(z.string(), z.strictObject({ add: z.boolean(), remove: z.boolean(), reorder: z.boolean() })),
});
export type FieldAccess = z.infer<typeof fieldAccessSchema>;

export const taskActions = ['approve', 'reject', 'return', 'transfer', 'addSign', 'comment'] as const;
export type TaskAction = (typeof taskActions)[number];

/** When the group's outcome is "rejected". */
export const rejectPolicySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('returnToApplicant'), resubmit: z.enum(['toRejecter', 'wholeChain']) }),
  z.strictObject({ kind: z.literal('end') }),
  /** Go on by the outgoing flows; conditions read `outcome` ("approved" or "rejected"). */
  z.strictObject({ kind: z.literal('followFlow') }),
]);

export const userTaskSettingsSchema = z.strictObject({
  assignment: z.array(assignmentRuleSchema).max(20),
  /** People taken out again, by the same rules. */
  except: z.array(assignmentRuleSchema).max(10),
  /** `seats`: everyone found gets a work item. `claim`: one work item is offered to all, one takes it. */
  distribution: z.enum(['seats', 'claim']),
  nobody: nobodyPolicySchema,
  applicant: applicantPolicySchema,
  repeat: repeatPolicySchema,
  completion: completionRuleSchema,
  actions: z.array(z.enum(taskActions)),
  /** A word of its own for the approve button, e.g. 提交 / Carry out. */
  approveLabel: localTextSchema.optional(),
  commentRequired: z.array(z.enum(['approve', 'reject', 'return'])),
  onReject: rejectPolicySchema,
  returnResubmit: z.enum(['toReturner', 'wholeChain']),
  access: fieldAccessSchema,
  /** Time to act, from activation. */
  due: z.strictObject({ duration, remindBefore: duration.optional() }).optional(),
});
export type UserTaskSettings = z.infer<typeof userTaskSettingsSchema>;

export const sendTaskSettingsSchema = z.strictObject({
  assignment: z.array(assignmentRuleSchema).max(20),
  message: localTextSchema,
  /** Readers must confirm; the sender sees who has. */
  receipt: z.boolean(),
  access: fieldAccessSchema,
});
export type SendTaskSettings = z.infer<typeof sendTaskSettingsSchema>;

export const serviceTaskSettingsSchema = z.strictObject({
  connectorId: z.uuid(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Path below the connector's base URL; `{key}` is replaced by the URL-encoded form value. */
  path: z.string().min(1).max(500),
  /** FEEL context that becomes the JSON body. */
  body: feel.optional(),
  /** Form field key or variable ← FEEL over `response` (parsed JSON) and `status`. */
  output: z.array(z.strictObject({ target: z.enum(['field', 'variable']), name: z.string().min(1).max(100), expression: feel })).max(50),
  /** FEEL over `response`, `status` → a BPMN error code when true (a business error, not a failure). */
  errors: z.array(z.strictObject({ when: feel, code: z.string().min(1).max(100) })).max(20),
  retry: z.strictObject({ attempts: z.int().min(1).max(20), backoffSeconds: z.int().min(1).max(86_400) }),
});
export type ServiceTaskSettings = z.infer<typeof serviceTaskSettingsSchema>;

export const timerSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duration'), duration }),
  z.strictObject({ kind: z.literal('date'), expression: feel }),
]);
export type TimerSettings = z.infer<typeof timerSettingsSchema>;

export const starterRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({
    kind: z.literal('some'),
    userIds: z.array(z.uuid()),
    departmentIds: z.array(z.uuid()),
    positionIds: z.array(z.uuid()),
    roleIds: z.array(z.uuid()),
    workGroupIds: z.array(z.uuid()),
  }),
]);
export type StarterRule = z.infer<typeof starterRuleSchema>;

export const documentTypeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{6,20}$/),
  name: localTextSchema,
  required: z.boolean(),
  /** File name extensions without the dot; empty = the product's allow-list. */
  formats: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)),
  maxCount: z.int().min(1).max(50),
  /** Element ids where it is added; the start event = by the applicant. */
  addedAt: z.array(z.string()),
});

export const processSettingsSchema = z.strictObject({
  formId: z.uuid().optional(),
  documents: z.array(documentTypeSchema).max(20),
  /** What it is for, under its name where it is started. */
  description: localTextSchema.optional(),
  starter: starterRuleSchema,
  /** `{key}` of form fields, `{applicant}`, `{date}`; e.g. 出差申请：{出差事由}. */
  titleTemplate: z.string().max(300),
  /** `{yyyy}`, `{mm}`, `{dd}`, `{seq:4}`; the counter starts again with each new prefix. */
  numbering: z.string().min(1).max(60),
  /** Key of the field that ties the instance to the outside system's record. */
  businessKeyField: z.string().max(100).optional(),
  /** Form field keys that lists show beside the title (an amount first). */
  summaryFields: z.array(z.string().max(100)).max(4),
  lifeSpan: duration.optional(),
  withdraw: z.enum(['never', 'untilFirstDecision', 'whileRunning']),
  /** Asked when nobody else can be found, and told of incidents. */
  adminIds: z.array(z.uuid()),
  /** Access of the applicant at the start event and at a return. */
  startAccess: fieldAccessSchema,
});
export type ProcessSettings = z.infer<typeof processSettingsSchema>;
