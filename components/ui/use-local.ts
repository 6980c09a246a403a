'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { type LocalText, localText } from '@/lib/json';

/** A record's name in the reader's language. */
export function useLocal(): (text: LocalText) => string {
  const locale = useLocale();
  return useCallback((text) => localText(text, locale), [locale]);
}
