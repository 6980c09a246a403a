'use client';

import { useTranslations } from 'next-intl';
import { useSession } from '@/components/shell/session-context';
import { useNow } from '@/components/ui/use-now';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import classes from './request.module.css';

/** The last line on paper: who printed it, and as of when it holds. */
export function Printed() {
  const t = useTranslations('request');
  const { name, nameEn } = useSession();
  const reader = useReader();
  const now = useNow();
  return (
    <p className={classes.printed}>
      {t('printed', { name: personName({ name, nameEn }, reader.locale), at: formatDate(now, 'full', reader) })}
    </p>
  );
}
