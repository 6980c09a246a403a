'use client';

import { useLocale } from 'next-intl';
import { memo, useCallback } from 'react';
import { stateOf } from '@/forms/runtime/compute';
import type { ScalarField } from '@/forms/schema/schema';
import { type Json, localText } from '@/lib/json';
import { Capitals } from './capitals';
import { Control } from './controls/control';
import { FieldIssues, issuesDomId } from './field-issues';
import { FieldValue } from './field-value';
import { fieldDomId } from './focus-path';
import { useForm, useFormStore } from './form-context';
import { FieldLookupNote } from './lookup-notes';
import classes from './form.module.css';
import { isMoney } from '@/forms/fields/money/config';

/** A field in its place on the grid: its label, its control (or its value, when it may only be read), help, and what is wrong. */
export const FieldSlot = memo(function FieldSlot({ field }: { field: ScalarField }) {
  const locale = useLocale();
  const store = useFormStore();
  const value = useForm(({ values }) => values[field.key] ?? null);
  const editable = useForm(({ state }) => stateOf(state, field.id).editable);
  const required = useForm(({ state }) => stateOf(state, field.id).required);
  const invalid = useForm(() => store.shownIssues(field.key).length > 0);
  const onChange = useCallback((next: Json) => store.set(field.key, next), [store, field.key]);
  const onBlur = useCallback(() => store.leave(field.key), [store, field.key]);
  const label = localText(field.label, locale);
  const id = fieldDomId(field.id);
  return (
    <div className={classes.field} style={{ '--span': field.span }} data-narrow={field.span <= 3 || undefined}>
      <FieldLabel label={label} required={required} htmlFor={editable ? id : undefined} />
      {editable ? (
        <Control
          field={field}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          id={id}
          label={label}
          describedBy={invalid ? issuesDomId(field.id) : undefined}
          invalid={invalid}
          required={required}
        />
      ) : (
        <div className={classes.value} id={id} tabIndex={-1} data-computed={field.type === 'formula' || undefined}>
          <FieldValue field={field} value={value} />
          {field.type === 'formula' && field.result.type === 'money' && field.result.capitals && isMoney(value) && (
            <Capitals amount={value.amount} currency={value.currency} />
          )}
        </div>
      )}
      {field.help && <p className={classes.help}>{localText(field.help, locale)}</p>}
      <FieldLookupNote field={field} />
      <FieldIssues field={field} />
    </div>
  );
});

export function FieldLabel({ label, required, htmlFor }: { label: string; required: boolean; htmlFor: string | undefined }) {
  const text = (
    <>
      {label}
      {required && (
        <span className={classes.star} aria-hidden>
          {' '}
          *
        </span>
      )}
    </>
  );
  return htmlFor === undefined ? (
    <span className={classes.label}>{text}</span>
  ) : (
    <label className={classes.label} htmlFor={htmlFor}>
      {text}
    </label>
  );
}
