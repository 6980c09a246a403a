'use client';

import { TextInput, Textarea } from '@mantine/core';
import { useLocale } from 'next-intl';
import { localText } from '@/lib/json';
import type { FieldOf } from '@/forms/schema/walk';
import type { ControlProps } from '../control-props';
import classes from './controls.module.css';

type TextField = FieldOf<'text'> | FieldOf<'textarea'>;

/** Kinds of text whose digits and letters people type in full width, or with spaces between. */
const COMPACT = new Set(['phone', 'idCard', 'creditCode', 'postcode', 'bankCard', 'email', 'url']);

export function TextControl({ field, value, onChange, onBlur, id, label, describedBy, invalid, required, cell }: ControlProps<TextField>) {
  const locale = useLocale();
  const text = typeof value === 'string' ? value : '';
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-required': required || undefined,
    error: invalid,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value || null),
    ...(field.placeholder && !cell ? { placeholder: localText(field.placeholder, locale) } : {}),
    autoComplete: 'off',
  };
  const leave = () => {
    const tidy = tidied(field, text);
    if (tidy !== text) onChange(tidy || null);
    onBlur();
  };
  if (field.type === 'textarea' && !cell) return <Textarea {...shared} autosize minRows={field.rows ?? 2} maxRows={20} onBlur={leave} />;
  return (
    <TextInput
      {...shared}
      onBlur={leave}
      variant={cell ? 'unstyled' : 'default'}
      {...(cell && classes.cellInput ? { classNames: { input: classes.cellInput } } : {})}
      {...(field.type === 'text' ? inputKind(field) : {})}
    />
  );
}

/** What a phone's keyboard should offer. */
function inputKind({ pattern }: FieldOf<'text'>): { type?: 'tel' | 'email' | 'url'; inputMode?: 'numeric' } {
  if (pattern?.preset === 'phone') return { type: 'tel' };
  if (pattern?.preset === 'email') return { type: 'email' };
  if (pattern?.preset === 'url') return { type: 'url' };
  return pattern?.preset === 'postcode' || pattern?.preset === 'bankCard' ? { inputMode: 'numeric' } : {};
}

/** Full-width letters and digits become plain ones, and the groups of a card number one number. */
function tidied(field: TextField, text: string): string {
  const preset = field.type === 'text' ? field.pattern?.preset : undefined;
  if (!preset || !COMPACT.has(preset)) return text;
  const plain = text.normalize('NFKC').trim();
  if (preset === 'phone') return plain;
  const joined = plain.replace(/\s/g, '');
  return preset === 'bankCard' ? joined.replace(/-/g, '') : preset === 'idCard' || preset === 'creditCode' ? joined.toUpperCase() : joined;
}
