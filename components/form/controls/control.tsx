'use client';

import type { ReactNode } from 'react';
import type { ScalarField } from '@/forms/schema/schema';
import { assertNever } from '@/lib/assert-never';
import type { ControlProps } from '../control-props';
import { CheckboxControl, MultiSelectControl, RadioControl, SelectControl, SwitchControl } from './choice-controls';
import { DateControl, DateRangeControl, DateTimeControl, TimeControl } from './date-controls';
import { FileControl } from './file-control';
import { NumberControl } from './number-control';
import { ParsedControl } from './parsed-control';
import { PeopleControl } from './people-controls';
import { TextControl } from './text-control';

/** The control of a field's type; what is computed has none. */
export function Control({ field, ...props }: ControlProps<ScalarField>): ReactNode {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return <TextControl field={field} {...props} />;
    case 'integer':
    case 'number':
    case 'money':
    case 'percentage':
      return <NumberControl field={field} {...props} />;
    case 'date':
      return props.cell ? <ParsedControl field={field} {...props} /> : <DateControl field={field} {...props} />;
    case 'time':
      return props.cell ? <ParsedControl field={field} {...props} /> : <TimeControl field={field} {...props} />;
    case 'dateTime':
      return props.cell ? <ParsedControl field={field} {...props} /> : <DateTimeControl field={field} {...props} />;
    case 'dateRange':
      return props.cell ? <ParsedControl field={field} {...props} /> : <DateRangeControl field={field} {...props} />;
    case 'select':
      return <SelectControl field={field} {...props} />;
    case 'radio':
      return <RadioControl field={field} {...props} />;
    case 'multiSelect':
      return <MultiSelectControl field={field} {...props} />;
    case 'checkbox':
      return <CheckboxControl field={field} {...props} />;
    case 'switch':
      return <SwitchControl field={field} {...props} />;
    case 'user':
    case 'department':
      return <PeopleControl field={field} {...props} />;
    case 'file':
    case 'image':
      return <FileControl field={field} {...props} />;
    case 'formula':
    case 'autoNumber':
      return null;
    default:
      return assertNever(field);
  }
}
