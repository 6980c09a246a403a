'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useNavCounts } from '@/components/shell/use-nav-counts';
import { notifyNews } from '@/components/ui/notify';
import type { NoticeView } from '@/server/notify/list-notices';
import classes from './notices.module.css';
import { useNoticeLine } from './use-notice-line';
import { useReadNotices } from './use-read-notices';

/** Says a notice that comes while the page is open, with the way to what it is about; on the very page of the request it says nothing. */
export function NoticeToasts() {
  const t = useTranslations('notices');
  const line = useNoticeLine();
  const { mutate: read } = useReadNotices();
  const pathname = usePathname();
  const { data } = useNavCounts();
  const known = useRef<{ id: string; unread: number } | null>(null);
  const show = (notice: NoticeView, others: number) => {
    const { text, note, href } = line(notice);
    if (href.split('?')[0] === pathname) return;
    notifyNews((hide) => (
      <Link
        href={others > 0 ? '/notices' : href}
        className={classes.toast}
        onClick={() => {
          hide();
          if (others === 0) read({ ids: [notice.id] });
        }}
      >
        <span>{text}</span>
        {others > 0 ? <small>{t('others', { count: others })}</small> : note ? <small>{note}</small> : null}
      </Link>
    ));
  };
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (!data) return;
    const { newestNotice, unreadNotices } = data;
    const before = known.current;
    // Ids grow with time: what is older was there before, or was left when a newer one was read.
    if (before && newestNotice && newestNotice.id > before.id) latest.current(newestNotice, Math.max(0, unreadNotices - before.unread - 1));
    known.current = {
      id: newestNotice && newestNotice.id > (before?.id ?? '') ? newestNotice.id : (before?.id ?? ''),
      unread: unreadNotices,
    };
  }, [data]);
  return null;
}
