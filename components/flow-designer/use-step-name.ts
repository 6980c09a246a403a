'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { stepName } from './step-name';

/** Puts words in the place of ids that stand for names. */
export function useStepName(): (name: string) => string {
  const t = useTranslations('designer');
  return useCallback((name) => stepName(name, (kind) => t(`nameless.${kind}`)), [t]);
}
