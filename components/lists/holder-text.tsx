'use client';

import { useLocale, useTranslations } from 'next-intl';
import { personName } from '@/lib/format/person';
import type { HolderView } from '@/server/instance/views';

/** Who holds a request and for what, short enough for a column. */
export function HolderText({ holders, className }: { holders: readonly HolderView[]; className?: string | undefined }) {
  const t = useTranslations('lists');
  const c = useTranslations('common');
  const locale = useLocale();
  const first = holders[0];
  if (!first) return <>{t('holderNone')}</>;
  const person = first.people[0];
  const name = person
    ? person.onBehalfOf
      ? c('proxyFor', { proxy: personName(person, locale), name: personName(person.onBehalfOf, locale) })
      : personName(person, locale)
    : t('holderOffered', { count: first.candidates.length });
  const others = first.people.length - 1 + holders.slice(1).reduce((sum, holder) => sum + Math.max(1, holder.people.length), 0);
  const text = `${others > 0 ? t('holderAndOthers', { name, count: others + 1 }) : name} · ${first.rework ? t('rework') : first.elementName}`;
  return (
    <span className={className} title={text}>
      {text}
    </span>
  );
}
