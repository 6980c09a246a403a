import { useLocale } from 'next-intl';
import { type PersonName, initials } from '@/lib/format/person';
import classes from './user.module.css';

/** A person as one character (two letters in English); the name itself stands beside it. */
export function UserAvatar({ person, size = 'm' }: { person: PersonName; size?: 's' | 'm' | 'l' | 'xl' }) {
  return (
    <span className={[classes.avatar, classes[size]].join(' ')} aria-hidden>
      {initials(person, useLocale())}
    </span>
  );
}
