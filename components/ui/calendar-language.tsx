'use client';
import 'dayjs/locale/zh-cn';
import { DatesProvider } from '@mantine/dates';
import { useLocale } from 'next-intl';
import { type ReactNode, useMemo } from 'react';

/** The reader's language and Monday as the first day, around a calendar: not around every page, which would load 5 KB of dates with each. */
export function CalendarLanguage({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const settings = useMemo(() => ({ locale: locale === 'zh' ? 'zh-cn' : 'en', firstDayOfWeek: 1 as const }), [locale]);
  return <DatesProvider settings={settings}>{children}</DatesProvider>;
}
