import { z } from 'zod';

/*
 * A form as its designer draws it. Keys are the author's names (used by formulas, titles, imports); ids are
 * generated, immutable, ASCII, and the only thing physical names are made of.
 */

export const fieldIdSchema = z.string().regex(/^[b-df-hj-np-tv-z0-9]{10}$/);
export const fieldKeySchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u);
const localText = z.strictObject({ zh: z.string().max(200), en: z.string().max(200) });
const longText = z.strictObject({ zh: z.string().max(4000), en: z.string().max(4000) });
const feel = z.string().min(1).max(4000);
const decimal = z.string().regex(/^-?(0|[1-9]\d{0,30})(\.\d{1,12})?$/);

export const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/),
  label: localText,
  retired: z.boolean().optional(),
});

const ruleSchema = z.strictObject({ expression: feel, message: localText, level: z.enum(['error', 'warning']) });

const defaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value: z.json() }),
  z.strictObject({
    kind: z.literal('context'),
    name: z.enum(['applicant', 'applicantName', 'applicantDepartment', 'applicantManager', 'today', 'now']),
  }),
  z.strictObject({ kind: z.literal('expression'), expression: feel }),
]);

const base = {
  id: fieldIdSchema,
  key: fieldKeySchema,
  label: localText,
  help: localText.optional(),
  /** Columns of twelve on a desktop; a phone shows one column. */
  span: z.int().min(1).max(12),
  required: z.boolean().optional(),
  requiredWhen: feel.optional(),
  visibleWhen: feel.optional(),
  editableWhen: feel.optional(),
  default: defaultSchema.optional(),
  rules: z.array(ruleSchema).max(20).optional(),
};

const textLimits = { minLength: z.int().min(0).max(100_000).optional(), maxLength: z.int().min(1).max(100_000).optional() };
const range = { min: decimal.optional(), max: decimal.optional() };

export const scalarFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    ...textLimits,
    type: z.literal('text'),
    placeholder: localText.optional(),
    pattern: z
      .strictObject({
        preset: z.enum(['phone', 'email', 'idCard', 'creditCode', 'postcode', 'bankCard', 'url', 'custom']),
        source: z.string().max(200).optional(),
        message: localText.optional(),
      })
      .optional(),
    unique: z.boolean().optional(),
    lookup: z
      .strictObject({
        connectorId: z.uuid(),
        path: z.string().max(500),
        fill: z.array(z.strictObject({ field: z.string(), expression: feel })).max(30),
      })
      .optional(),
  }),
  z.strictObject({
    ...base,
    ...textLimits,
    type: z.literal('textarea'),
    placeholder: localText.optional(),
    rows: z.int().min(2).max(20).optional(),
  }),
  z.strictObject({ ...base, ...range, type: z.literal('integer'), unit: localText.optional() }),
  z.strictObject({ ...base, ...range, type: z.literal('number'), scale: z.int().min(0).max(10), unit: localText.optional() }),
  z.strictObject({
    ...base,
    ...range,
    type: z.literal('money'),
    currency: z.string().regex(/^[A-Z]{3}$/),
    capitals: z.boolean().optional(),
  }),
  /** Stored as a fraction: 13 % is "0.13". */
  z.strictObject({ ...base, ...range, type: z.literal('percentage'), scale: z.int().min(0).max(6) }),
  z.strictObject({ ...base, type: z.literal('date'), min: feel.optional(), max: feel.optional() }),
  z.strictObject({ ...base, type: z.literal('time') }),
  z.strictObject({ ...base, type: z.literal('dateTime') }),
  z.strictObject({ ...base, type: z.literal('dateRange') }),
  z.strictObject({ ...base, type: z.literal('select'), options: z.array(optionSchema).min(1).max(500) }),
  z.strictObject({
    ...base,
    type: z.literal('multiSelect'),
    options: z.array(optionSchema).min(1).max(500),
    maxCount: z.int().min(1).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('radio'), options: z.array(optionSchema).min(1).max(50) }),
  /** One or more boxes: a list of option ids. */
  z.strictObject({ ...base, type: z.literal('checkbox'), options: z.array(optionSchema).min(1).max(50) }),
  z.strictObject({ ...base, type: z.literal('switch') }),
  z.strictObject({ ...base, type: z.literal('user'), multiple: z.boolean() }),
  z.strictObject({ ...base, type: z.literal('department'), multiple: z.boolean() }),
  z.strictObject({
    ...base,
    type: z.literal('file'),
    maxCount: z.int().min(1).max(50),
    maxSizeMb: z.int().min(1).max(100),
    formats: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)),
  }),
  z.strictObject({ ...base, type: z.literal('image'), maxCount: z.int().min(1).max(50), maxSizeMb: z.int().min(1).max(100) }),
  /** Computed by the server from the other fields; never taken from input. */
  z.strictObject({
    ...base,
    type: z.literal('formula'),
    expression: feel,
    result: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('number'), scale: z.int().min(0).max(10) }),
      z.strictObject({ type: z.literal('money'), currency: z.string().regex(/^[A-Z]{3}$/), capitals: z.boolean().optional() }),
      z.strictObject({ type: z.literal('text') }),
      z.strictObject({ type: z.literal('boolean') }),
      z.strictObject({ type: z.literal('date') }),
    ]),
  }),
  /** `{yyyy}{mm}{dd}{seq:4}`, taken when the request is submitted; gap-free, starts again with each new prefix. */
  z.strictObject({ ...base, type: z.literal('autoNumber'), pattern: z.string().min(1).max(60) }),
]);
export type ScalarField = z.infer<typeof scalarFieldSchema>;

export const subTableSchema = z.strictObject({
  ...base,
  type: z.literal('subTable'),
  columns: z.array(scalarFieldSchema).min(1).max(60),
  minRows: z.int().min(0).max(2000).optional(),
  maxRows: z.int().min(1).max(2000).optional(),
  /** Column id → shown under the table. */
  totals: z.array(z.strictObject({ columnId: fieldIdSchema, kind: z.enum(['sum', 'average', 'count', 'min', 'max']) })).max(20),
});
export type SubTableField = z.infer<typeof subTableSchema>;

export const fieldSchema = z.union([scalarFieldSchema, subTableSchema]);
export type Field = ScalarField | SubTableField;
export type FieldType = Field['type'];

export const dividerSchema = z.strictObject({ id: fieldIdSchema, type: z.literal('divider'), label: localText.optional() });
export const descriptionSchema = z.strictObject({
  id: fieldIdSchema,
  type: z.literal('description'),
  text: longText,
  visibleWhen: feel.optional(),
});

export const sectionSchema = z.strictObject({
  id: fieldIdSchema,
  type: z.literal('section'),
  label: localText,
  collapsible: z.boolean().optional(),
  visibleWhen: feel.optional(),
  children: z.array(z.union([fieldSchema, dividerSchema, descriptionSchema])).max(300),
});
export type Section = z.infer<typeof sectionSchema>;

export const formSchemaSchema = z.strictObject({
  title: localText,
  /** Every form has at least one section; a section without a label shows no heading. */
  sections: z.array(sectionSchema).min(1).max(50),
});
export type FormSchema = z.infer<typeof formSchemaSchema>;
export type FormNode = Section['children'][number];
