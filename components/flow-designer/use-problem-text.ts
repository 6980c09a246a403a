'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '@/lib/bpmn/problem';
import { errorMessage, type Translate } from '@/lib/expression/message';
import { useStepName } from './use-step-name';

/** A problem in the user's words. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problem');
  const e = useTranslations('expression') as Translate;
  const name = useStepName();
  return useCallback(
    ({ code, params, cause }) => {
      const words = Object.entries(params).map(([slot, value]) => [slot, typeof value === 'string' ? name(value) : value] as const);
      return t(code, { ...Object.fromEntries(words), why: cause ? errorMessage({ ...cause, from: 0, to: 0 }, e) : '' });
    },
    [t, e, name],
  );
}
