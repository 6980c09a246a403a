'use client';
import { useOrgUrl } from '../use-org-url';

/** What the tools over a list of records ask for, from the address. */
export function useRecordFilter(): { withDisabled: boolean; search?: string } {
  const [url] = useOrgUrl();
  return { withDisabled: url.withDisabled, ...(url.q ? { search: url.q } : {}) };
}
