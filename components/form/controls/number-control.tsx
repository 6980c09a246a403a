'use client';

import { TextInput } from '@mantine/core';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import { noLookups } from '@/forms/fields/config';
import { toPercent } from '@/forms/fields/loose-number';
import { currencyScale } from '@/forms/fields/money/config';
import { numberText } from '@/forms/fields/number-text';
import { configOf } from '@/forms/fields/registry';
import type { FieldOf } from '@/forms/schema/walk';
import { isDecimalString } from '@/lib/decimal';
import { type Json, type Locale, localText } from '@/lib/json';
import { findCurrency } from '@/lib/money/currency';
import type { ControlProps } from '../control-props';
import { Capitals } from '../capitals';
import classes from './controls.module.css';

export type NumberField = FieldOf<'integer'> | FieldOf<'number'> | FieldOf<'money'> | FieldOf<'percentage'>;

/**
 * Digits are text from the key to the database: no float sees them. While it is being edited the number stands as it is typed; when it is left,
 * in groups of three. What cannot be read stays as it was typed, so that the person can mend it.
 */
export function NumberControl({
  field,
  value,
  onChange,
  onBlur,
  id,
  label,
  describedBy,
  invalid,
  required,
  cell,
}: ControlProps<NumberField>) {
  const locale = useLocale();
  const [draft, setDraft] = useState<string | null>(null);
  const plain = plainText(field, value);
  const write = (text: string) => {
    setDraft(text);
    onChange(read(field, text, locale));
  };
  const unit = unitOf(field, locale);
  return (
    <>
      <TextInput
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        aria-required={required || undefined}
        error={invalid}
        inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={draft ?? groupedText(field, plain, locale)}
        onFocus={(event) => {
          if (draft === null) setDraft(plain);
          event.currentTarget.select();
        }}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => {
          setDraft(null);
          onBlur();
        }}
        variant={cell ? 'unstyled' : 'default'}
        classNames={{ input: (cell ? classes.cellNumber : classes.number) ?? '' }}
        {...(unit && !cell
          ? {
              leftSection: field.type === 'money' ? <span className={classes.unit}>{unit}</span> : undefined,
              rightSection: field.type === 'money' ? undefined : <span className={classes.unit}>{unit}</span>,
              rightSectionWidth: roomFor(unit),
            }
          : {})}
      />
      {field.type === 'money' && field.capitals && !cell && <Capitals amount={plain} currency={field.currency} />}
    </>
  );
}

// helpers //////////////////////

/** What a unit takes beside the number: characters of 13 px, narrow or wide, and air around them. */
function roomFor(unit: string): number {
  return [...unit].reduce((width, character) => width + (character < '\u2e80' ? 8 : 13), 23);
}

/** The number as a person edits it; what is no number stays as it was typed. */
function plainText(field: NumberField, value: Json): string {
  if (field.type === 'money')
    return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.amount === 'string' ? value.amount : '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return field.type === 'percentage' && isDecimalString(value) ? toPercent(value) : value;
}

function groupedText(field: NumberField, plain: string, locale: Locale): string {
  if (!isDecimalString(plain)) return plain;
  if (field.type === 'money') return numberText(plain, currencyScale(field.currency), locale);
  return numberText(plain, field.type === 'number' ? field.scale : 0, locale);
}

/** Reads what was typed; what cannot be read goes on as it is, and validation says so. */
function read(field: NumberField, text: string, locale: Locale): Json {
  const parsed = configOf(field).parse(field, text, { locale, timeZone: 'UTC', lookups: noLookups });
  if (parsed.ok && !isIncomplete(text))
    return field.type === 'integer' && typeof parsed.value === 'string' ? safeInteger(parsed.value) : parsed.value;
  return field.type === 'money' ? { amount: text, currency: field.currency } : text;
}

/** A lone sign is no number yet. */
const isIncomplete = (text: string): boolean => /^[\s+-]+$/.test(text) && text.trim() !== '';

function safeInteger(text: string): Json {
  const number = Number(text);
  return Number.isSafeInteger(number) && !text.includes('.') ? number : text;
}

function unitOf(field: NumberField, locale: Locale): string | null {
  if (field.type === 'money') return findCurrency(field.currency)?.symbol ?? field.currency;
  if (field.type === 'percentage') return '%';
  return field.unit ? localText(field.unit, locale) : null;
}
