/** What a verb may ask for. One permission guards one kind of act; who holds it comes from the roles below. */
export const permissions = [
  'workbench.use',
  'org.manage',
  'user.manage',
  'grant.manage',
  'form.design',
  'form.publish',
  'process.design',
  'process.publish',
  'template.install',
  'instance.monitor',
  'instance.operate',
  'job.operate',
  'audit.read',
  'audit.export',
  'connector.manage',
  'system.manage',
] as const;

export type Permission = (typeof permissions)[number];

/** What portal.user_grant stores. Everybody who can sign in is a `user`; the others are granted. */
export const roles = ['systemAdmin', 'orgAdmin', 'designer', 'monitor', 'auditor', 'operator', 'user'] as const;

export type Role = (typeof roles)[number];

export const rolePermissions: Record<Role, readonly Permission[]> = {
  // Everything but the trail: who administers must not be the one who vouches for what was done.
  systemAdmin: permissions.filter((permission) => permission !== 'audit.export'),
  orgAdmin: ['org.manage', 'user.manage'],
  designer: ['form.design', 'form.publish', 'process.design', 'process.publish', 'template.install'],
  monitor: ['instance.monitor'],
  auditor: ['audit.read', 'audit.export', 'instance.monitor'],
  operator: ['instance.monitor', 'instance.operate', 'job.operate'],
  user: ['workbench.use'],
};

export function isRole(name: string): name is Role {
  return (roles as readonly string[]).includes(name);
}

/** The permissions of a person with these grants; names that are no role (any more) give nothing. */
export function permissionsOf(grants: readonly string[]): ReadonlySet<Permission> {
  return new Set(['user', ...grants].filter(isRole).flatMap((role) => rolePermissions[role]));
}

/** Nobody gives away more than he or she has: the roles that a person with `held` may grant or take. */
export function grantableRoles(held: ReadonlySet<Permission>): readonly Role[] {
  if (!held.has('grant.manage')) return [];
  return roles.filter(
    (role) => role !== 'user' && rolePermissions[role].every((permission) => held.has(permission) || permission === 'audit.export'),
  );
}
