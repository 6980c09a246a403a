'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useErrorText } from '@/components/shell/use-app-error';
import { formatCount } from '@/lib/format/number';
import classes from './data-table.module.css';

export type TableFooterProps = {
  /** How many there are; with `cap`, counting stopped there: "1,000+". */
  count?: { value: number; cap?: number } | null;
  hasMore?: boolean;
  onLoadMore?: () => void;
  isLoadingMore?: boolean;
  footer?: ReactNode;
  /** Why the rows are not the newest, or the next page did not come. */
  error?: unknown;
  onRetry?: () => void;
};

/** The end of a list: how many, and the next page when the reader comes near it. */
export function TableFooter({ count, hasMore = false, onLoadMore, isLoadingMore = false, footer, error, onRetry }: TableFooterProps) {
  const t = useTranslations('common');
  const read = useErrorText();
  const sentinel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = sentinel.current;
    if (!node || !hasMore || isLoadingMore || error || !onLoadMore) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onLoadMore(), { rootMargin: '240px' });
    observer.observe(node);
    return () => observer.disconnect();
  }, [hasMore, isLoadingMore, error, onLoadMore]);
  if (!count && !hasMore && !footer && !error) return null;
  const capped = count?.cap !== undefined && count.value >= count.cap;
  return (
    <div ref={sentinel} className={classes.foot}>
      {count ? <span>{capped ? formatCountText(t, count.value, count.cap) : t('count', { count: count.value })}</span> : null}
      {error ? (
        <>
          <span role="alert">{read(error).message}</span>
          {onRetry ? (
            <Button size="xs" variant="subtle" onClick={onRetry}>
              {t('retry')}
            </Button>
          ) : null}
        </>
      ) : hasMore ? (
        <Button size="xs" variant="subtle" loading={isLoadingMore} onClick={onLoadMore}>
          {t('loadMore')}
        </Button>
      ) : null}
      {footer ? <div className={classes.footEnd}>{footer}</div> : null}
    </div>
  );
}

function formatCountText(t: ReturnType<typeof useTranslations<'common'>>, value: number, cap: number | undefined): string {
  return t('countAtLeast', { count: formatCount(value, cap).replace('+', '') });
}
