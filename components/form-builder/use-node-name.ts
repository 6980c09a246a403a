'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FormNode, ScalarField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';

/** What a node is called on the paper, in the outline and wherever it is spoken of. */
export function useNodeName(): (node: FormNode | ScalarField) => string {
  const t = useTranslations('builder');
  const locale = useLocale();
  return useCallback(
    (node) => {
      const text = node.type === 'description' ? node.text : node.label;
      return (text && localText(text, locale)) || t(node.type === 'divider' ? 'type.divider' : 'unnamed');
    },
    [t, locale],
  );
}
