import type { Locale } from '@/lib/json';
import type { Permission } from './auth/permissions';

/** A signed-in person as of this request: rights are read anew each time, so a change takes effect at once. */
export type UserActor = {
  kind: 'user';
  userId: string;
  name: string;
  permissions: ReadonlySet<Permission>;
  sessionId: string;
  /** The password was given by somebody else: until it is replaced, nothing but that may be done. */
  mustChangePassword?: true;
};

/** A worker, a timer or the command line; it may do what its own code does. */
export type SystemActor = { kind: 'system'; name: string };

export type Actor = UserActor | SystemActor;

/** Who asks, in which language, at what time: the first argument of every verb. */
export type Ctx = {
  actor: Actor;
  requestId: string;
  ip: string | null;
  locale: Locale;
  /** IANA name, e.g. `Asia/Shanghai`: what "today" means for the one who asks. */
  timeZone: string;
  now(): Date;
};

/** Who asks when it may be nobody: before sign-in. */
export type AnonymousCtx = Omit<Ctx, 'actor'> & { actor: Actor | null };
