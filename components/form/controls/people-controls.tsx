'use client';

import { DepartmentPicker } from '@/components/org/department-picker';
import { UserPicker } from '@/components/org/user-picker';
import type { FieldOf } from '@/forms/schema/walk';
import { idsOf } from '@/forms/fields/ids';
import type { ControlProps } from '../control-props';
import classes from './controls.module.css';

type PeopleField = FieldOf<'user'> | FieldOf<'department'>;

/** A person, a department, or several; the pickers belong to the organisation. */
export function PeopleControl({ field, value, onChange, onBlur, id, label, describedBy, invalid }: ControlProps<PeopleField>) {
  const Picker = field.type === 'user' ? UserPicker : DepartmentPicker;
  const ids = idsOf(value);
  return (
    <div className={classes.picker} onBlur={onBlur}>
      <Picker
        id={id}
        ariaLabel={label}
        invalid={invalid}
        multiple={field.multiple}
        value={field.multiple ? ids : (ids[0] ?? null)}
        onChange={(chosen) => onChange(typeof chosen === 'string' || chosen === null ? chosen : chosen.length === 0 ? null : [...chosen])}
        {...(describedBy === undefined ? {} : { describedBy })}
      />
    </div>
  );
}
