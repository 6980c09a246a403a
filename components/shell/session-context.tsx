'use client';
import { type ReactNode, createContext, useContext } from 'react';
import type { Theme } from '@/lib/preferences';
import type { Permission } from '@/server/auth/permissions';

/** Who is signed in, as the server knew when it rendered the page. */
export type SessionUser = {
  userId: string;
  login: string;
  name: string;
  nameEn: string;
  permissions: readonly Permission[];
  theme: Theme;
  timeZone: string;
};

const SessionContext = createContext<SessionUser | null>(null);

export function SessionProvider({ user, children }: { user: SessionUser; children: ReactNode }) {
  return <SessionContext value={user}>{children}</SessionContext>;
}

export function useSession(): SessionUser {
  const user = useContext(SessionContext);
  if (!user) throw new Error('useSession outside of the portal');
  return user;
}

/** To show or hide what a person may not do; the server refuses anyway. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
