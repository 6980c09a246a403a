'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FormProblem } from '@/forms/schema/lint';
import type { Issue } from '@/lib/errors';

/** A finding of the form's checks in the reader's words, with where it is. */
export function useProblemText(): (problem: FormProblem) => string {
  const line = useErrorLine();
  return useCallback((problem) => line(problem), [line]);
}

export function useErrorLine(): (issue: Issue | FormProblem) => string {
  const t = useTranslations('errors');
  return useCallback(
    (issue) => `${issue.path ? `${issue.path}: ` : ''}${t(issue.code as Parameters<typeof t>[0], { ...issue.params })}`,
    [t],
  );
}
