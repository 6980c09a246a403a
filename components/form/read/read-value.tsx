'use client';

import { Now, Was } from '@/components/ui/change';
import { isMoney } from '@/forms/fields/money/config';
import { configOf } from '@/forms/fields/registry';
import { sameValue } from '@/forms/schema/same';
import type { Field } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';
import { Capitals } from '../capitals';
import { FieldValue } from '../field-value';
import { textChange } from './text-change';
import classes from '../form.module.css';

type Props = {
  field: Field;
  value: Json /** What it was; undefined when nothing is compared. */;
  before: Json | undefined;
  compact?: boolean;
};

/** A value in a document; where it is another one than before, the old one struck and the new one marked. */
export function ReadValue({ field, value, before, compact = false }: Props) {
  const capitals = !compact && isMoney(value) && showsCapitals(field) ? <Capitals amount={value.amount} currency={value.currency} /> : null;
  return (
    <>
      {before === undefined || sameValue(before, value) ? (
        <FieldValue field={field} value={value} compact={compact} />
      ) : (
        <ChangedValue field={field} value={value} before={before} compact={compact} />
      )}
      {capitals}
    </>
  );
}

function ChangedValue({ field, value, before, compact }: { field: Field; value: Json; before: Json; compact: boolean }) {
  const part =
    (field.type === 'text' || field.type === 'textarea') && typeof value === 'string' && typeof before === 'string'
      ? textChange(before, value)
      : null;
  if (part) {
    return (
      <bdi className={classes.lines}>
        {part.before}
        {part.removed && <Was>{part.removed}</Was>}
        {part.added && <Now>{part.added}</Now>}
        {part.after}
      </bdi>
    );
  }
  const isEmpty = (one: Json) => configOf(field).isEmpty(one);
  return (
    <span className={classes.change}>
      {!isEmpty(before) && (
        <Was>
          <FieldValue field={field} value={before} compact={compact} />
        </Was>
      )}
      {!isEmpty(value) && (
        <Now>
          <FieldValue field={field} value={value} compact={compact} />
        </Now>
      )}
    </span>
  );
}

function showsCapitals(field: Field): boolean {
  return (
    (field.type === 'money' && field.capitals === true) ||
    (field.type === 'formula' && field.result.type === 'money' && field.result.capitals === true)
  );
}
