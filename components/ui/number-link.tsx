import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './number-link.module.css';

/** A number in a sentence that leads to what it counts; `late` when it is what has gone wrong. */
export function NumberLink({ href, late = false, children }: { href: string; late?: boolean; children: ReactNode }) {
  return (
    <Link href={href} className={late ? classes.late : classes.link}>
      {children}
    </Link>
  );
}
