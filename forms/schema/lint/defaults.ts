import { configOf } from '../../fields/registry';
import type { Field } from '../schema';
import { isComputed } from '../walk';
import { type FormRule, inside, problem } from './problem';

type ContextName = Extract<NonNullable<Field['default']>, { kind: 'context' }>['name'];

/** What of the one who fills in fits into which type. */
const fits: Record<ContextName, readonly Field['type'][]> = {
  applicant: ['user'],
  applicantManager: ['user'],
  applicantName: ['text', 'textarea'],
  applicantDepartment: ['department'],
  today: ['date'],
  now: ['dateTime'],
};

/** A default that its own field would refuse. */
export const defaults: FormRule = ({ fields }) =>
  fields.flatMap((placed) => {
    const { field } = placed;
    if (!field.default) return [];
    const wrong =
      isComputed(field) ||
      field.type === 'subTable' ||
      (field.default.kind === 'context' && !fits[field.default.name].includes(field.type));
    if (wrong) return [problem('FORM_DEFAULT_INVALID', inside(placed, 'default'), { reason: 'type' })];
    if (field.default.kind !== 'value') return [];
    const checked = configOf(field).check(field, field.default.value, undefined);
    return checked.ok ? [] : [problem('FORM_DEFAULT_INVALID', inside(placed, 'default'), { reason: checked.error.code })];
  });
