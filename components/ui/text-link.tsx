import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './text-link.module.css';

/** A link in running text; `quiet` for those that stand alone in a corner ("all 12"). */
export function TextLink({ href, quiet = false, children }: { href: string; quiet?: boolean; children: ReactNode }) {
  return (
    <Link href={href} className={quiet ? classes.quiet : classes.link}>
      {children}
    </Link>
  );
}
