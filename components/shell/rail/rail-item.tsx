import Link from 'next/link';
import type { NavItem } from '../nav';
import classes from './rail.module.css';

type Props = { href: string; icon: NavItem['icon']; label: string; slim: boolean; active: boolean; count?: number | undefined };

/** The server stops counting at a hundred. */
const CAP = 100;

export function RailItem({ href, icon: Icon, label, slim, active, count }: Props) {
  return (
    <li>
      <Link href={href} className={classes.item} aria-current={active ? 'page' : undefined} title={slim ? label : undefined}>
        <Icon size={18} stroke={1.5} aria-hidden />
        <span>{label}</span>
        {count ? <em>{count >= CAP ? '99+' : count}</em> : null}
      </Link>
    </li>
  );
}
