import Link from 'next/link';
import { badgeText } from '../badge-text';
import type { NavItem } from '../nav';
import classes from './rail.module.css';

type Props = { href: string; icon: NavItem['icon']; label: string; slim: boolean; active: boolean; count?: number | undefined };

export function RailItem({ href, icon: Icon, label, slim, active, count }: Props) {
  return (
    <li>
      <Link href={href} className={classes.item} aria-current={active ? 'page' : undefined} title={slim ? label : undefined}>
        <Icon size={18} stroke={1.5} aria-hidden />
        <span>{label}</span>
        {count ? <em>{badgeText(count)}</em> : null}
      </Link>
    </li>
  );
}
