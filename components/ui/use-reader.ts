import { useLocale, useTimeZone } from 'next-intl';
import type { Reader } from '@/lib/format/date';

/** The reader's language and zone, for lib/format. */
export function useReader(): Reader {
  return { locale: useLocale(), timeZone: useTimeZone() ?? 'Asia/Shanghai' };
}
