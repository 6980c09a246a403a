import type { SealState } from '@/components/ui/seal';
import type { Seal } from '@/server/instance/views';

/** The stamp for where a request stands: one that ran out of time or failed was ended without a decision. */
export function sealOf(seal: Seal): SealState {
  return seal === 'expired' || seal === 'failed' ? 'terminated' : seal;
}
