import type { Approval, Instance } from '@/server/engine/core/state';

/** `process_instance.approvals` and `.memo` as they are stored. Every step writes them, so they are short: tuples, and nothing that is empty. */
export type StoredApproval = [userId: string, elementId: string, activityId: string, decision?: Approval['decision']];
export type StoredMemo = { visits: Instance['memo']['visits']; chosen?: Instance['memo']['chosen']; acted?: boolean };

export function packApprovals(approvals: readonly Approval[]): StoredApproval[] {
  return approvals.map(({ userId, elementId, activityId, decision }) =>
    decision === 'approved' ? [userId, elementId, activityId] : [userId, elementId, activityId, decision],
  );
}

export function unpackApprovals(stored: readonly StoredApproval[]): Approval[] {
  return stored.map(([userId, elementId, activityId, decision = 'approved']) => ({ userId, elementId, activityId, decision }));
}

export function packMemo({ visits, chosen, acted }: Instance['memo']): StoredMemo {
  return { visits, ...(Object.keys(chosen).length > 0 && { chosen }), ...(acted && { acted }) };
}

export function unpackMemo({ visits, chosen = {}, acted = false }: StoredMemo): Instance['memo'] {
  return { visits, chosen, acted };
}
