'use client';

import { useLocale } from 'next-intl';
import { isMoney } from '@/forms/fields/money/config';
import type { FieldOf } from '@/forms/schema/walk';
import { localText } from '@/lib/json';
import { Capitals } from './capitals';
import { FieldValue } from './field-value';
import { fieldDomId } from './focus-path';
import { useForm } from './form-context';
import { FieldIssues } from './field-issues';
import classes from './form.module.css';

/** The sum under a sub-table: in capitals where the author wants it, and large. */
export function SumLine({ field }: { field: FieldOf<'formula'> }) {
  const locale = useLocale();
  const value = useForm((store) => store.values[field.key] ?? null);
  const capitals = field.result.type === 'money' && field.result.capitals && isMoney(value);
  return (
    <div className={classes.sum} id={fieldDomId(field.id)} tabIndex={-1}>
      {capitals && <Capitals amount={value.amount} currency={value.currency} />}
      <span className={classes.sumAmount}>
        {localText(field.label, locale)} <output aria-live="polite">{<FieldValue field={field} value={value} />}</output>
      </span>
      <FieldIssues field={field} />
    </div>
  );
}
