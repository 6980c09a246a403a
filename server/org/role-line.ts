import { z } from 'zod';

/** One line of a role: a person, or everybody in a department and/or position (null means any; not both). */
export const roleLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), userId: z.uuid() }),
  z
    .strictObject({ kind: z.literal('posts'), departmentId: z.uuid().nullable(), includeSub: z.boolean(), positionId: z.uuid().nullable() })
    .superRefine((line, ctx) => {
      if (line.departmentId === null && line.positionId === null) ctx.addIssue({ code: 'custom', params: { code: 'FIELD_REQUIRED' } });
    }),
]);
export type RoleLine = z.infer<typeof roleLineSchema>;
