'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '@/lib/bpmn/problem';

/** A problem in the user's words. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problem');
  return useCallback((problem) => t(problem.code, { ...problem.params }), [t]);
}
