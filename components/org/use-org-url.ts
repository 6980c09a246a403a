'use client';
import { useUrlState } from '@/components/ui/use-url-state';

export const orgTabs = ['departments', 'people', 'positions', 'roles', 'workGroups', 'chart'] as const;
export type OrgTab = (typeof orgTabs)[number];

const DEFAULTS = { tab: 'departments', department: '', person: '', q: '', status: 'active', position: '', off: '' };

/** Where in the organisation the reader is: tab, open department and person, search and filters, all in the address. */
export function useOrgUrl() {
  const [state, set] = useUrlState(DEFAULTS);
  const tab: OrgTab = orgTabs.find((known) => known === state.tab) ?? 'departments';
  const status = state.status === 'away' || state.status === 'disabled' ? state.status : 'active';
  return [{ ...state, tab, status, withDisabled: state.off === '1' }, set] as const;
}
