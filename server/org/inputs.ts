import { z } from 'zod';
import { day, line, searchInput } from '@/server/input';

export const commandId = z.uuid();
export const code = line(40, 1).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
export const nameZh = line(100, 1);
export const nameEn = line(100).default('');
export const reason = line(500).default('');
export const search = searchInput.optional();
export const page = { cursor: line(300).optional(), limit: z.int().min(1).max(100).default(50) };

export const named = { code, nameZh, nameEn };
export const rank = z.int().min(1).max(99);
export const workGroupDays = { startsOn: day.nullable().default(null), endsOn: day.nullable().default(null) };

const optionalLine = (max: number) => line(max).transform((text) => text || null);

/** What is known of a person beside the posts. */
export const personFields = {
  login: line(40, 2)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .transform((text) => text.toLowerCase()),
  name: line(60, 1),
  nameEn: line(100).default(''),
  email: z.union([z.literal('').transform(() => null), line(200).pipe(z.email()), z.null()]).default(null),
  employeeNo: z.union([optionalLine(40), z.null()]).default(null),
  phone: z.union([optionalLine(40), z.null()]).default(null),
};

/** Which one is still to be chosen: nothing is missing, not malformed. */
const chosen = z.string().min(1).pipe(z.uuid());

export const postsInput = z
  .array(z.strictObject({ departmentId: chosen, positionId: chosen, isPrimary: z.boolean() }))
  .min(1)
  .max(20)
  .superRefine((posts, ctx) => {
    if (posts.filter((post) => post.isPrimary).length !== 1) ctx.addIssue({ code: 'custom', params: { code: 'FIELD_RULE' } });
    if (new Set(posts.map((post) => `${post.departmentId} ${post.positionId}`)).size !== posts.length) {
      ctx.addIssue({ code: 'custom', params: { code: 'FIELD_UNIQUE' } });
    }
  });
export type PostInput = z.infer<typeof postsInput>[number];
