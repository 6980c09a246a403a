import type { Role } from '@/server/auth/permissions';

/** The rights that can be given, from the most to the least powerful. */
export const grantKinds = ['systemAdmin', 'orgAdmin', 'designer', 'operator', 'monitor', 'auditor'] as const satisfies readonly Role[];
export type GrantKind = (typeof grantKinds)[number];

export function isGrantKind(name: string): name is GrantKind {
  return (grantKinds as readonly string[]).includes(name);
}
