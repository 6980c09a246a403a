import { Skeleton } from '@mantine/core';
import classes from './skeletons.module.css';

/** The title of a page, while it is on its way. */
export function HeaderSkeleton() {
  return (
    <div className={classes.header} aria-hidden>
      <Skeleton height={24} width="min(420px, 70%)" />
      <Skeleton height={12} width="min(280px, 50%)" />
    </div>
  );
}

/** Lines of a list or a document. */
export function LinesSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className={classes.lines} aria-hidden data-lines>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={12} width={`${[92, 76, 84, 60][index % 4]}%`} />
      ))}
    </div>
  );
}

/** A card with as many lines as will come. */
export function CardSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className={classes.card} aria-hidden>
      <Skeleton height={14} width={120} />
      <LinesSkeleton lines={lines} />
    </div>
  );
}
