import type { Role } from '@/server/auth/permissions';

/** An organisation as it is written down: everything is named by its code, people by their login. */
export type OrgPlan = {
  positions: readonly Named<{ rank: number; disabled?: boolean }>[];
  /** Parents before their children. */
  departments: readonly Named<{ parent?: string; head?: string; disabled?: boolean }>[];
  users: readonly PlannedUser[];
  roles?: readonly Named<{ members: readonly PlannedMember[]; disabled?: boolean }>[];
  workGroups?: readonly Named<{ startsOn?: string; endsOn?: string; members: readonly string[]; disabled?: boolean }>[];
  delegations?: readonly PlannedDelegation[];
};

type Named<T> = { code: string; zh: string; en: string } & T;

export type PlannedUser = {
  login: string;
  name: string;
  nameEn: string;
  employeeNo?: string;
  email?: string;
  /** Department × position; the first is the primary one. */
  posts: readonly (readonly [department: string, position: string])[];
  grants?: readonly Role[];
  disabled?: boolean;
};

export type PlannedMember = { user: string } | { department?: string; includeSub?: boolean; position?: string };

export type PlannedDelegation = {
  user: string;
  proxy: string;
  startsAt: string;
  endsAt: string;
  reason?: string;
  processIds?: readonly string[];
  amountLimit?: string;
  revokedAt?: string;
};
