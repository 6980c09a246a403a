'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { OrgKind, OrgOption } from '@/server/org/org-option';

/** The chosen records with their names; a name that is still on its way is empty. */
export function useChosen(kind: OrgKind, ids: readonly string[]): readonly OrgOption[] {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.org.resolve.queryOptions({ kind, ids: [...ids].slice(0, 200) }, { enabled: ids.length > 0, staleTime: 60_000 }),
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const known = new Map(data?.map((option) => [option.id, option]));
    return ids.map((id) => known.get(id) ?? { id, name: { zh: '', en: '' }, detail: null, disabled: false });
  }, [data, ids]);
}
