import { describe, expect, it } from 'vitest';
import { permissionsOf } from '@/server/auth/permissions';
import { activeItem, mayEnter, navGroups, visibleGroups, wantsSlimRail } from './nav';

const seenBy = (...grants: string[]) => visibleGroups([...permissionsOf(grants)]).flatMap((group) => group.items.map((item) => item.key));

describe('the rail', () => {
  it('shows an employee the workbench and nothing to manage', () => {
    expect(seenBy()).toEqual(['home', 'inbox', 'done', 'mine', 'reading', 'start']);
  });

  it('shows each role what it works with', () => {
    expect(seenBy('designer')).toEqual(expect.arrayContaining(['forms', 'processes']));
    expect(seenBy('designer')).not.toContain('organisation');
    expect(seenBy('auditor')).toEqual(expect.arrayContaining(['audit', 'monitor']));
    expect(seenBy('orgAdmin')).toContain('organisation');
  });

  it('marks the place a path lies in', () => {
    expect(activeItem('/')?.key).toBe('home');
    expect(activeItem('/requests/0193')?.key).toBe('mine');
    expect(activeItem('/design/forms/1')?.key).toBe('forms');
    expect(activeItem('/requestsx')).toBeUndefined();
  });

  it('leads to every page that its reader may enter, and to no other one', () => {
    const entered = (path: string, ...grants: string[]) => mayEnter(path, [...permissionsOf(grants)]);
    expect(['/', '/inbox', '/requests/1', '/settings', '/notices'].map((path) => entered(path))).toEqual(Array(5).fill(true));
    expect(
      ['/monitor', '/design/forms', '/design/processes/1', '/organisation', '/audit', '/system'].filter((path) => entered(path)),
    ).toEqual([]);
    expect([entered('/organisation', 'orgAdmin'), entered('/design/forms/1', 'designer'), entered('/monitor', 'auditor')]).toEqual(
      Array(3).fill(true),
    );
  });

  it('makes room for split views and designers', () => {
    expect(['/inbox', '/design/processes/1', '/design/forms/1'].map(wantsSlimRail)).toEqual([true, true, true]);
    expect(
      ['/', '/design/forms', '/design/processes/templates', '/design/processes/categories', '/requests/1'].filter(wantsSlimRail),
    ).toEqual([]);
  });

  it('gives no key to two places', () => {
    const keys = navGroups.flatMap((group) => group.items.map((item) => item.go)).filter(Boolean);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
