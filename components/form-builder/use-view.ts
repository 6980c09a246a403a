'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { localText } from '@/lib/json';

/** An activity whose eyes the preview is seen through. */
export type ActivityView = { key: string; access: FieldAccess; isStart: boolean };
export type View = { mode: 'edit' | 'desktop' | 'phone'; activity: ActivityView | null };
export type ActivityChoice = ActivityView & { label: string; process: string };

/** The activities at which people meet this form, process by process. */
export function useActivities(formId: string): readonly ActivityChoice[] {
  const t = useTranslations('builder');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.form.activities.queryOptions({ id: formId }, { staleTime: 60_000 }));
  return useMemo(
    () =>
      (data ?? []).flatMap((process) =>
        process.activities.map(({ elementId, name, access }) => ({
          key: `${process.processId} ${elementId ?? ''}`,
          process: localText(process.name, locale),
          label: elementId === null ? t('activityStart') : localText(name, locale) || elementId,
          access,
          isStart: elementId === null,
        })),
      ),
    [data, locale, t],
  );
}
