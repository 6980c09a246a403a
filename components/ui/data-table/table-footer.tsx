'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatCount } from '@/lib/format/number';
import classes from './data-table.module.css';

export type TableFooterProps = {
  /** How many there are; with `cap`, counting stopped there: "1,000+". */
  count?: { value: number; cap?: number } | null;
  hasMore?: boolean;
  onLoadMore?: () => void;
  isLoadingMore?: boolean;
  footer?: ReactNode;
};

/** The end of a list: how many, and the next page when the reader comes near it. */
export function TableFooter({ count, hasMore = false, onLoadMore, isLoadingMore = false, footer }: TableFooterProps) {
  const t = useTranslations('common');
  const sentinel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = sentinel.current;
    if (!node || !hasMore || isLoadingMore || !onLoadMore) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onLoadMore(), { rootMargin: '240px' });
    observer.observe(node);
    return () => observer.disconnect();
  }, [hasMore, isLoadingMore, onLoadMore]);
  if (!count && !hasMore && !footer) return null;
  const capped = count?.cap !== undefined && count.value >= count.cap;
  return (
    <div ref={sentinel} className={classes.foot}>
      {count ? <span>{capped ? formatCountText(t, count.value, count.cap) : t('count', { count: count.value })}</span> : null}
      {hasMore ? (
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
