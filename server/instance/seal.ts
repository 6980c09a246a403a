import type { InstanceOutcome, InstanceStatus } from '@/server/engine/core/state';
import type { Seal } from './views';

/** The stamp of a request for its reader: `rework` while the applicant has it again, `waiting` while the reader has something to do. */
export function sealOf({
  status,
  outcome,
  rework,
  mine,
}: {
  status: InstanceStatus;
  outcome: InstanceOutcome | null;
  rework: boolean;
  mine: boolean;
}): Seal {
  if (status === 'suspended') return 'suspended';
  if (outcome !== null) return outcome;
  if (rework) return 'rework';
  return mine ? 'waiting' : 'running';
}
