'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '@/lib/bpmn/problem';
import { useStepName } from './use-step-name';

/** A problem in the user's words. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problem');
  const name = useStepName();
  return useCallback(
    ({ code, params }) =>
      t(code, Object.fromEntries(Object.entries(params).map(([slot, value]) => [slot, typeof value === 'string' ? name(value) : value]))),
    [t, name],
  );
}
