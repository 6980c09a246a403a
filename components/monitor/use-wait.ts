import { useTranslations } from 'next-intl';

/** How long a step takes, in the largest unit that says it without a fraction. */
export function useWait(): (minutes: number) => string {
  const t = useTranslations('monitor');
  return (minutes) => {
    if (minutes < 60) return t('minutes', { count: minutes });
    if (minutes < 48 * 60) return t('hours', { count: Math.round(minutes / 60) });
    return t('daysShort', { count: Math.round(minutes / 1440) });
  };
}
