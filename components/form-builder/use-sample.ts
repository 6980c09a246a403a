'use client';

import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { useReader } from '@/components/ui/use-reader';
import type { Json } from '@/lib/json';
import { useBuilder } from './builder-context';
import { sampleNames } from './state/sample';

/** Values to show what an expression comes to; in a sub-table those of its first row. */
export function useSample(subTableId: string | null): Readonly<Record<string, Json>> {
  const { schema } = useBuilder();
  const { timeZone } = useReader();
  const locale = useLocale();
  const [now] = useState(() => new Date().toISOString());
  return useMemo(() => sampleNames(schema, subTableId, { now, timeZone, locale }), [schema, subTableId, now, timeZone, locale]);
}
