import { useTranslations } from 'next-intl';
import classes from './seal.module.css';

/** `rework` is a rejection that waits for its applicant: it still moves. */
export type SealState =
  | 'approved'
  | 'rejected'
  | 'rework'
  | 'running'
  | 'waiting'
  | 'withdrawn'
  | 'terminated'
  | 'suspended'
  | 'draft'
  | 'incident';

type Props = {
  state: SealState;
  /** 20, 24, 32 or 56 px. */
  size?: 's' | 'm' | 'l' | 'xl';
  /** When the same state stands beside it in words. */
  decorative?: boolean;
  className?: string;
};

/** The stamp of a state: outline while it still moves, filled when settled. */
export function Seal({ state, size = 'm', decorative = false, className }: Props) {
  const t = useTranslations('status.seal');
  const name = t(`${state}.name`);
  const label = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name };
  return (
    <b {...label} className={[classes.seal, classes[size], classes[state], className].filter(Boolean).join(' ')}>
      {t(`${state}.char`)}
    </b>
  );
}
