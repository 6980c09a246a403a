import { useTranslations } from 'next-intl';
import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { Tally } from '@/server/engine/core/state';
import classes from './timeline.module.css';

type Props = { tally: Tally; rule: CompletionRule | null; outcome: 'approved' | 'rejected' | 'returned' | null };

/** A vote as it stands: one piece for each seat, and the sum in words ("3/5 approved, needs more than 50 %: passed"). */
export function TallyBar({ tally, rule, outcome }: Props) {
  const t = useTranslations('request');
  const pieces = [
    ...Array.from({ length: tally.approved }, () => 'approved' as const),
    ...Array.from({ length: tally.rejected }, () => 'rejected' as const),
    ...Array.from({ length: Math.max(0, tally.seats - tally.approved - tally.rejected) }, () => 'pending' as const),
  ];
  return (
    <div className={classes.tally}>
      <span className={classes.pieces} aria-hidden>
        {pieces.slice(0, 24).map((piece, index) => (
          <i key={`${piece}-${index}`} data-piece={piece} />
        ))}
      </span>
      <strong>
        {t('tally', { approved: tally.approved, seats: tally.seats, need: needText() })}
        {outcome && outcome !== 'returned' ? t(`tallyOutcome.${outcome}`) : null}
      </strong>
    </div>
  );

  function needText(): string {
    if (rule?.rule === 'vote' && rule.percent !== undefined)
      return t(rule.compare === 'moreThan' ? 'needMoreThan' : 'needAtLeast', { percent: rule.percent });
    return t('needCount', { count: tally.need });
  }
}
