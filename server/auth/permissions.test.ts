import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import type { Ctx } from '../context';
import { systemContext } from '../system-context';
import { grantableRoles, permissions, permissionsOf, rolePermissions, roles } from './permissions';
import { can, requirePermission, requireUser } from './require';

const ctxOf = (...grants: string[]): Ctx => ({
  ...systemContext('test'),
  actor: { kind: 'user', userId: 'u', name: 'u', permissions: permissionsOf(grants), sessionId: 's' },
});

describe('permissions', () => {
  it('give a person without any grant the workbench and nothing else', () => {
    expect([...permissionsOf([])]).toEqual(['workbench.use']);
  });

  it('add up over roles, and a name that is no role gives nothing', () => {
    const held = permissionsOf(['designer', 'monitor', 'root', '__proto__', 'constructor']);
    expect([...held].toSorted()).toEqual([...rolePermissions.designer, ...rolePermissions.monitor, 'workbench.use'].toSorted());
  });

  it('are each held by some role', () => {
    const held = new Set(roles.flatMap((role) => rolePermissions[role]));
    expect(permissions.filter((permission) => !held.has(permission))).toEqual([]);
  });

  it('keep the trail out of the administrator’s hands', () => {
    expect(permissionsOf(['systemAdmin']).has('audit.export')).toBe(false);
  });

  it('let an administrator of the organisation grant nothing', () => {
    expect(grantableRoles(permissionsOf(['orgAdmin']))).toEqual([]);
  });
});

describe('a verb', () => {
  it('refuses a person who lacks the permission', () => {
    expect(() => requirePermission(ctxOf('designer'), 'org.manage')).toThrow(AppError);
    expect(can(ctxOf('designer'), 'org.manage')).toBe(false);
  });

  it('lets the holder and the workers pass', () => {
    expect(() => requirePermission(ctxOf('orgAdmin'), 'org.manage')).not.toThrow();
    expect(() => requirePermission(systemContext('timer'), 'org.manage')).not.toThrow();
  });

  it('that acts in somebody’s name refuses a worker', () => {
    expect(() => requireUser(systemContext('timer'))).toThrow('UNAUTHENTICATED');
  });
});
