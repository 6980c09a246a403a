import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type PersonName, personName } from '@/lib/format/person';
import { UserAvatar } from './user-avatar';
import classes from './user.module.css';

type Props = {
  person: PersonName;
  /** The one for whom this person acts as proxy. */
  onBehalfOf?: PersonName | null;
  /** Department, post or what the person is about, in faint ink. */
  meta?: ReactNode;
  avatar?: boolean | 's' | 'm' | 'l';
  strong?: boolean;
};

/** A person's name in the reader's language; a proxy says for whom. */
export function UserName({ person, onBehalfOf, meta, avatar = false, strong = false }: Props) {
  const locale = useLocale();
  const t = useTranslations('common');
  const name = personName(person, locale);
  const text = onBehalfOf ? t('proxyFor', { proxy: name, name: personName(onBehalfOf, locale) }) : name;
  return (
    <span className={classes.who}>
      {avatar ? <UserAvatar person={person} size={avatar === true ? 'm' : avatar} /> : null}
      <span className={strong ? `${classes.name} ${classes.strong}` : classes.name}>{text}</span>
      {meta ? <span className={classes.meta}>{meta}</span> : null}
    </span>
  );
}
