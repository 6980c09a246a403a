import type { Ctx } from '@/server/context';
import type { WorkingCompany } from '../working-company';

/** How one mutation is tried: by whom, with what, and what makes another request of it. */
export type Deed = {
  /** Default: an administrator of everything. */
  by?(company: WorkingCompany): Ctx;
  /** The input without its commandId; makes what it needs first. */
  input(company: WorkingCompany): object | Promise<object>;
  /** Laid over the input, it is another command. `null`: doing it again is doing the same, so nothing is remembered of it. */
  other: object | (() => Promise<object>) | null;
  /** What somebody without any right to it is told; `self`: everybody has the right, for the own account alone. */
  refused?: 'FORBIDDEN' | 'NOT_FOUND' | 'self';
  /** Where it leaves its trace; `none` is for what is nobody's business but the own, with the reason. */
  trace?: 'audit_log' | 'journal' | 'comment' | { none: string };
  /** Why it is not one transaction. */
  several?: string;
  /** Why a repeat answers anew. */
  answersAnew?: string;
};

export type Deeds = Readonly<Record<string, Deed>>;

let count = 0;
/** A code that nothing has yet. */
export function fresh(prefix: string): string {
  count += 1;
  return `${prefix}-${count}`;
}
