import { useTranslations } from 'next-intl';
import { formatDecimal, isDecimalString } from '@/lib/decimal';
import type { FeelType } from '@/lib/expression/types';
import type { Json } from '@/lib/json';
import classes from './expression-editor.module.css';
import type { Check } from './check-expression';
import type { Problem } from './problems';

type Props = { id: string; problems: readonly Problem[]; result: Check['result']; locale: 'zh' | 'en' };

const MAX_LENGTH = 60;

/** One line that is always there: what is wrong, or what the sample comes to. */
export function StatusLine({ id, problems, result, locale }: Props) {
  const t = useTranslations('expression.editor');
  const [first] = problems;
  return (
    <div id={id} className={classes.status} aria-live="polite">
      {first === undefined ? null : (
        <span className={classes.problem}>
          {first.message}
          {problems.length > 1 && <span className={classes.more}> · {t('problems', { count: problems.length })}</span>}
        </span>
      )}
      {first === undefined && result !== null && (
        <span className={classes.result} aria-label={t('resultLabel')}>
          {result.value === null ? t('blankResult') : t('sampleResult', { value: readable(result.value, result.type, locale) })}
        </span>
      )}
    </div>
  );
}

function readable(value: Json, type: FeelType, locale: string): string {
  const text =
    type === 'number' && isDecimalString(value) ? formatDecimal(value, locale) : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
