import { encode } from 'next-auth/jwt';
import { newId } from '@/lib/id';
import type { AnonymousCtx, Ctx } from '../context';
import { query } from '../db/client';
import { systemContext } from '../system-context';
import { authSecret } from './auth-secret';
import { sessionCookie } from './cookie';
import { hashPassword } from './password';
import { permissionsOf } from './permissions';

export const PASSWORD = 'Tr4m-line 17 east';

/** Hashing takes a tenth of a second: once is enough. */
const stored = hashPassword(PASSWORD);

export type TestUser = { id: string; login: string };

export async function makeUser(login: string, ...grants: string[]): Promise<TestUser> {
  const id = newId();
  await query({
    text: `insert into portal."user" (id, login, email, name, password_hash) values ($1, $2, $3, $2, $4)`,
    values: [id, login, `${login}@xinghe.example`, await stored],
  });
  for (const grant of grants)
    await query({ text: `insert into portal.user_grant (user_id, "grant") values ($1, $2)`, values: [id, grant] });
  return { id, login };
}

export function anonymous(ip = '10.0.0.1'): AnonymousCtx {
  return { ...systemContext('test'), actor: null, ip };
}

export function ctxOf(user: TestUser, sessionId: string, ...grants: string[]): Ctx {
  return { ...anonymous(), actor: { kind: 'user', userId: user.id, name: user.login, permissions: permissionsOf(grants), sessionId } };
}

/** The headers of a browser that holds the cookie of this session. */
export async function headersOf(user: TestUser, sessionId: string): Promise<Headers> {
  const token = await encode({ token: { sub: user.id, sid: sessionId }, secret: authSecret() });
  return new Headers({ cookie: `${sessionCookie().name}=${token}` });
}
