'use client';

import { DateInput, DatePickerInput, DateTimePicker, TimeInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { FocusEvent } from 'react';
import { CalendarLanguage } from '@/components/ui/calendar-language';
import { useReader } from '@/components/ui/use-reader';
import { readLooseDate, readTime } from '@/forms/fields/calendar';
import { isDateRange } from '@/forms/fields/date-range/config';
import { instantIn, wallClock } from '@/forms/fields/zoned';
import type { FieldOf } from '@/forms/schema/walk';
import type { ControlProps } from '../control-props';

type Shared = Pick<ControlProps, 'id' | 'label' | 'describedBy' | 'invalid' | 'required' | 'onBlur'>;

const icon = <IconCalendar size={16} stroke={1.5} aria-hidden />;

function shared({ id, label, describedBy, invalid, required, onBlur }: Shared) {
  return {
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-required': required || undefined,
    error: invalid,
    onBlur,
  };
}

/** For a control that is a button: ARIA knows no required button, so it is said in the description. Who goes on to its calendar has not left it. */
function sharedByButton(props: Shared, required: string) {
  return {
    ...shared(props),
    'aria-required': undefined,
    'aria-description': props.required ? required : undefined,
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (!relatedTarget?.closest('[data-dates-dropdown]')) props.onBlur();
    },
    onDropdownClose: props.onBlur,
  };
}

/** A day, chosen or typed as people write it (2026/3/5, 3 月 5 日 of a year, 20260305). */
export function DateControl({ value, onChange, ...props }: ControlProps<FieldOf<'date'>>) {
  return (
    <CalendarLanguage>
      <DateInput
        {...shared(props)}
        value={typeof value === 'string' ? value : null}
        dateParser={(text) => readLooseDate(text) ?? null}
        onChange={(day) => onChange(day)}
        clearable={!props.required}
        rightSection={typeof value === 'string' && !props.required ? undefined : icon}
        rightSectionPointerEvents={typeof value === 'string' && !props.required ? 'all' : 'none'}
      />
    </CalendarLanguage>
  );
}

export function DateRangeControl({ value, onChange, ...props }: ControlProps<FieldOf<'dateRange'>>) {
  const t = useTranslations('form');
  const range: [string | null, string | null] = isDateRange(value) ? [value.start, value.end] : [startOf(value), null];
  return (
    <CalendarLanguage>
      <DatePickerInput
        {...sharedByButton(props, t('required'))}
        type="range"
        allowSingleDateInRange
        labelSeparator={t('dateRangeSeparator')}
        value={range}
        onChange={([start, end]) => onChange(start === null ? null : { start, end })}
        clearable={!props.required}
        rightSection={range[0] && !props.required ? undefined : icon}
        rightSectionPointerEvents={range[0] && !props.required ? 'all' : 'none'}
      />
    </CalendarLanguage>
  );
}

function startOf(value: ControlProps['value']): string | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.start === 'string' ? value.start : null;
}

export function TimeControl({ value, onChange, ...props }: ControlProps<FieldOf<'time'>>) {
  return (
    <TimeInput
      {...shared(props)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(readTime(event.currentTarget.value) ?? (event.currentTarget.value || null))}
    />
  );
}

/** A moment on the reader's own clock. */
export function DateTimeControl({ value, onChange, ...props }: ControlProps<FieldOf<'dateTime'>>) {
  const t = useTranslations('form');
  const { timeZone } = useReader();
  const shown = typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? wallClock(value, timeZone) : null;
  return (
    <CalendarLanguage>
      <DateTimePicker
        {...sharedByButton(props, t('required'))}
        value={shown ? `${shown.date} ${shown.time}` : null}
        onChange={(text) => onChange(text === null ? null : instantIn(text.slice(0, 10), text.slice(11, 19) || '00:00', timeZone))}
        clearable={!props.required}
      />
    </CalendarLanguage>
  );
}
