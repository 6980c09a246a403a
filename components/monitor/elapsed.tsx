import { useTranslations } from 'next-intl';
import { useNow } from '@/components/ui/use-now';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { durationParts } from '@/lib/format/relative-time';

/** For how long nothing has moved; the moment itself on hover. */
export function Elapsed({ since, className }: { since: string; className?: string | undefined }) {
  const t = useTranslations('common');
  const reader = useReader();
  const { unit, count } = durationParts(useNow().getTime() - Date.parse(since));
  return (
    <time dateTime={since} title={formatDate(since, 'full', reader)} className={className}>
      {t(`duration.${unit}`, { count })}
    </time>
  );
}
