import { useTranslations } from 'next-intl';
import type { MyRequest } from '@/server/instance/list-views';
import classes from './progress-steps.module.css';

/** Beyond so many the marks would say less than the numbers. */
const MOST = 9;

/** How far a request has come: a mark for each step at which somebody acts. */
export function ProgressSteps({ request: { progress, seal } }: { request: Pick<MyRequest, 'progress' | 'seal'> }) {
  const t = useTranslations('lists');
  if (!progress) return null;
  const { done, now, ahead } = progress;
  const total = done + now + ahead;
  if (total === 0) return null;
  const text = t('progress', { done, total });
  if (total > MOST) return <span className={classes.text}>{`${done}/${total}`}</span>;
  const marks = [
    ...Array.from({ length: done }, () => 'done'),
    ...Array.from({ length: now }, () => (seal === 'rework' ? 'back' : 'now')),
    ...Array.from({ length: ahead }, () => 'ahead'),
  ];
  return (
    <span className={classes.steps} role="img" aria-label={text} title={text}>
      {marks.map((mark, index) => (
        <i key={`${mark}${index}`} data-step={mark} />
      ))}
    </span>
  );
}
