'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { RoleLineView } from '@/server/org/list-roles';
import { useLocal } from '@/components/ui/use-local';

/** One line of a role in words: 财务部及下级 × 主管. */
export function useRoleLineText(): (line: RoleLineView) => string {
  const t = useTranslations('org.roles');
  const local = useLocal();
  return useCallback(
    (line) => {
      if (line.kind === 'user') return local(line.name);
      const department = line.department ? t(line.includeSub ? 'withBelow' : 'only', { department: local(line.department) }) : null;
      const position = line.position ? local(line.position) : null;
      return department && position ? t('both', { department, position }) : (department ?? position ?? '');
    },
    [t, local],
  );
}
