'use client';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import classes from './top-bar.module.css';
import { useTRPC } from './trpc';

/** On every page while acting for somebody: for whom, and until when. */
export function ProxyMark() {
  const t = useTranslations('shell.proxy');
  const reader = useReader();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.shell.actingFor.queryOptions(undefined, { staleTime: 300_000 }));
  const first = data?.[0];
  if (!first) return null;
  const names = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(data.map((person) => personName(person, reader.locale)));
  return (
    <Link href="/inbox" className={classes.proxy} title={t('until', { date: formatDate(first.until, 'day', reader) })}>
      <IconUsers size={16} stroke={1.5} aria-hidden />
      <span>{t('acting', { names })}</span>
    </Link>
  );
}
