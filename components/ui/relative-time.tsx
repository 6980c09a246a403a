'use client';
import { formatDate } from '@/lib/format/date';
import { relativeTime } from '@/lib/format/relative-time';
import { useNow } from './use-now';
import { useReader } from './use-reader';

/** When, as a person would say it; the exact time on hover. */
export function RelativeTime({ value, className }: { value: string; className?: string }) {
  const reader = useReader();
  const now = useNow();
  return (
    <time data-moment dateTime={value} title={formatDate(value, 'full', reader)} className={className}>
      {relativeTime(value, now, reader)}
    </time>
  );
}
