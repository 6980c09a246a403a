'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { personName } from '@/lib/format/person';
import type { PersonView } from '@/server/org/list-people';
import classes from './people.module.css';

/** Whether a person is at work, away with a proxy, acting for others, or gone. */
export function PersonStatus({ person }: { person: Pick<PersonView, 'disabled' | 'away' | 'actsFor'> }) {
  const t = useTranslations('org.status');
  const locale = useLocale();
  if (person.disabled) return <Tag>{t('disabled')}</Tag>;
  if (person.away) return <span className={classes.away}>{t('away', { proxy: personName(person.away, locale) })}</span>;
  const names = person.actsFor.map((one) => personName(one, locale));
  return <span className={classes.here}>{names.length > 0 ? t('acting', { names: names.join(t('comma')) }) : t('here')}</span>;
}
