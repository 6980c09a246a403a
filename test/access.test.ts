import { describe, expect, it } from 'vitest';
import { isRole, permissions, permissionsOf, rolePermissions } from '@/server/auth/permissions';
import type { AnonymousCtx } from '@/server/context';
import { systemContext } from '@/server/system-context';
import { createCallerFactory } from '@/server/trpc/procedures';
import { appRouter } from '@/server/trpc/root';
import { moduleAt, modules } from './modules';

/** Who may come in by each way that is no procedure. A new page or route handler goes here by hand: that is the decision. */
const ROUTES: Readonly<Record<string, string>> = {
  '/sign-in': 'anybody',
  '/new-password': 'signed in, with a one-time password',
  '/': 'signed in',
  '/audit': 'signed in; shows what audit.list gives',
  '/connectors': 'signed in; shows what connector.overview gives',
  '/connectors/[id]': 'signed in; shows what connector.get gives',
  '/design/forms': 'signed in; shows what form.list gives',
  '/design/forms/[id]': 'signed in; shows what form.get gives',
  '/design/processes': 'signed in; shows what process.list gives',
  '/design/processes/[id]': 'signed in; shows what process.get gives',
  '/design/processes/categories': 'signed in; shows what process.categories and process.list give',
  '/design/processes/templates': 'signed in; shows what process.templates gives',
  '/done': 'signed in',
  '/inbox': 'signed in',
  '/monitor': 'signed in; shows what the monitor procedures give',
  '/notices': 'signed in',
  '/organisation': 'signed in; shows what the org procedures give',
  '/reading': 'signed in',
  '/requests': 'signed in',
  '/requests/[id]': 'signed in; shows what instance.byId gives',
  '/settings': 'signed in',
  '/start': 'signed in',
  '/system': 'signed in; shows what system.status gives',
  '/start/[processId]': 'signed in; shows what instance.startForm gives',
  '/api/auth/[...nextauth]': 'anybody; changes need the CSRF token of the same browser, tries are limited',
  '/api/documents': 'signed in, from the own origin',
  '/api/documents/[documentId]': 'who may see the request, draft or task that holds the file',
  '/api/events': 'signed in; only signals about oneself',
  '/api/health': 'anybody; says nothing but that it lives, whether it is ready and its version',
  '/api/health/live': 'anybody; says nothing but that it lives',
  '/api/health/ready': 'anybody; says nothing but whether it is ready',
  '/api/org/export': 'permission user.manage for people, org.manage for departments',
  '/api/org/import': 'permission user.manage for people, org.manage for departments, from the own origin',
  '/api/trpc/[trpc]': 'the rule of each procedure',
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

type Procedure = { _def: { type: string; meta?: { rule?: string; beforePasswordChange?: true } } };

const routes = modules
  .filter(({ path }) => /^app\/.*(page|route)\.tsx?$/.test(path))
  .map(({ path, source }) => ({
    address: `/${path
      .split('/')
      .slice(1, -1)
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
    path,
    methods: METHODS.filter((method) => new RegExp(`export (async )?function ${method}\\b|as ${method}\\b`).test(source)),
  }))
  .toSorted((a, b) => (a.address < b.address ? -1 : 1));

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).toSorted(([a], [b]) =>
  a < b ? -1 : 1,
);

describe('the ways into the portal', () => {
  it('are all named with their rule', () => {
    expect(routes.map(({ address }) => address)).toEqual(Object.keys(ROUTES).toSorted());
    expect(procedures.filter(([, { _def }]) => !_def.meta?.rule).map(([name]) => name)).toEqual([]);
  });

  it('but the sign-in and the change of a given password lie behind the layout that asks for a session', () => {
    const outside = routes.filter(({ path }) => path.endsWith('page.tsx') && !path.startsWith('app/(portal)/'));
    expect(outside.map(({ address }) => address)).toEqual(['/new-password', '/sign-in']);
  });

  it('that a one-time password opens are two', () => {
    expect(procedures.filter(([, { _def }]) => _def.meta?.beforePasswordChange).map(([name]) => name)).toEqual([
      'account.changePassword',
      'account.me',
    ]);
  });

  it('of each role are those of its permissions: every other procedure with a permission refuses before it looks at the input', async () => {
    const guarded = procedures.flatMap(([name, { _def }]) => {
      const permission = permissions.find((known) => _def.meta?.rule === `permission ${known}`);
      return permission ? [{ name, permission }] : [];
    });
    expect(guarded.length).toBeGreaterThan(50);
    for (const role of Object.keys(rolePermissions).filter(isRole)) {
      const held = permissionsOf([role]);
      for (const { name, permission } of guarded.filter((one) => !held.has(one.permission)))
        expect(await refusal(name, held), `${role} calls ${name} without ${permission}`).toBe('FORBIDDEN');
    }
  });

  it('end in verbs that ask for the right once more, whoever calls them', () => {
    const routers = modules.filter(({ path }) => path.startsWith('server/trpc/routers/'));
    const verbs = new Set(routers.flatMap(({ imports }) => imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to)));
    const asks = /\brequire[A-Z]\w*\(|\bcan\(|\boperate\(|\bmonitorScope\(|\breaderAccess\(/;
    const silent = [...verbs].filter((to) => to.startsWith('server/') && !to.startsWith('server/trpc/'));
    expect(silent.filter((to) => !asks.test(moduleAt.get(to)?.source ?? ''))).toEqual([]);
  });

  // After a decision: npx vitest run --project unit test/access.test.ts -u
  it('are listed in docs/access.md', async () => {
    await expect(document()).toMatchFileSnapshot('../docs/access.md');
  });
});

// helpers //////////////////////

const nobody: AnonymousCtx = { ...systemContext('test'), actor: null };

async function refusal(name: string, held: ReturnType<typeof permissionsOf>): Promise<unknown> {
  const ctx: AnonymousCtx = { ...nobody, actor: { kind: 'user', userId: 'u', name: 'u', sessionId: 's', permissions: held } };
  const call = name
    .split('.')
    .reduce<unknown>((target, key) => (target as Record<string, unknown>)[key], createCallerFactory(appRouter)(ctx));
  return Promise.resolve((call as (input: unknown) => unknown)(undefined)).then(
    () => 'ran',
    (error: { cause?: { code?: string } }) => error.cause?.code,
  );
}

function document(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Who may do what',
    '',
    'Every way into the portal and the rule that guards it. What has no rule does not run. A test keeps this page true; the permissions of each role are in `server/auth/permissions.ts`.',
    'Until a one-time password is replaced, every way but `account.me`, `account.changePassword` and signing out answers `PASSWORD_CHANGE_REQUIRED`.',
    '',
    '## Pages and route handlers',
    '',
    row(['Address', 'Methods', 'Who']),
    row(['---', '---', '---']),
    ...routes.map(({ address, methods }) => row([`\`${address}\``, methods.join(', ') || 'page', ROUTES[address] ?? ''])),
    '',
    '## Procedures',
    '',
    row(['Procedure', 'Kind', 'Who']),
    row(['---', '---', '---']),
    ...procedures.map(([name, { _def }]) => row([`\`${name}\``, _def.type, _def.meta?.rule ?? ''])),
    '',
  ].join('\n');
}
