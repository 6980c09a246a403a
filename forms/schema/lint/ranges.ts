import { compare, isDecimalString, scaleOf } from '@/lib/decimal';
import { currencyScale } from '../../fields/money/config';
import type { Field } from '../schema';
import { type FormProblem, type FormRule, type Placed, inside, problem } from './problem';

/** Limits that leave nothing in between, or that no value of the field's scale can meet. */
export const ranges: FormRule = ({ fields }) => fields.flatMap((placed) => [...bounds(placed), ...lengths(placed), ...counts(placed)]);

function bounds(placed: Placed): FormProblem[] {
  const { field } = placed;
  const scale = scaleOfField(field);
  if (scale === null || field.type === 'date' || !('min' in field || 'max' in field)) return [];
  const { min, max } = field as { min?: string; max?: string };
  const bad = [min, max].find((limit) => limit !== undefined && (!isDecimalString(limit) || scaleOf(limit) > scale));
  if (bad !== undefined) return [problem('FORM_RANGE', inside(placed, 'min'), { reason: 'scale', value: bad, scale })];
  return min !== undefined && max !== undefined && compare(min, max) > 0
    ? [problem('FORM_RANGE', inside(placed, 'min'), { reason: 'order', min, max })]
    : [];
}

function scaleOfField(field: Field): number | null {
  if (field.type === 'number' || field.type === 'percentage') return field.scale;
  if (field.type === 'money') return currencyScale(field.currency);
  return field.type === 'integer' ? 0 : null;
}

function lengths(placed: Placed): FormProblem[] {
  const { field } = placed;
  if (field.type !== 'text' && field.type !== 'textarea') return [];
  const { minLength = 0, maxLength } = field;
  return maxLength !== undefined && minLength > maxLength
    ? [problem('FORM_RANGE', inside(placed, 'minLength'), { reason: 'order', min: minLength, max: maxLength })]
    : [];
}

function counts(placed: Placed): FormProblem[] {
  const { field } = placed;
  if (field.type !== 'subTable') return [];
  const { minRows = 0, maxRows } = field;
  return maxRows !== undefined && minRows > maxRows
    ? [problem('FORM_RANGE', inside(placed, 'minRows'), { reason: 'order', min: minRows, max: maxRows })]
    : [];
}
