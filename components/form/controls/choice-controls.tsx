'use client';

import { Checkbox, Group, MultiSelect, Radio, Select, Switch } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type Option, offeredOptions } from '@/forms/fields/choice';
import { idsOf } from '@/forms/fields/ids';
import type { FieldOf } from '@/forms/schema/walk';
import { type Locale, localText } from '@/lib/json';
import type { ControlProps } from '../control-props';
import classes from './controls.module.css';

const SEARCH_FROM = 8;

type OneField = FieldOf<'select'> | FieldOf<'radio'>;
type ManyField = FieldOf<'multiSelect'> | FieldOf<'checkbox'>;

function dataOf(options: readonly Option[], locale: Locale): { value: string; label: string }[] {
  return options.map((option) => ({ value: option.id, label: localText(option.label, locale) }));
}

export function SelectControl({ field, value, onChange, onBlur, id, label, describedBy, invalid, required, cell }: ControlProps<OneField>) {
  const t = useTranslations('form');
  const locale = useLocale();
  const options = offeredOptions(field, idsOf(value));
  return (
    <Select
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required || undefined}
      error={invalid}
      data={dataOf(options, locale)}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      onBlur={onBlur}
      searchable={options.length > SEARCH_FROM}
      clearable={!required && !cell}
      allowDeselect={!required}
      nothingFoundMessage={t('nothingFound')}
      placeholder={cell ? undefined : t('choose')}
      defaultDropdownOpened={cell === true}
      variant={cell ? 'unstyled' : 'default'}
      {...(cell && classes.cellInput ? { classNames: { input: classes.cellInput } } : {})}
    />
  );
}

export function MultiSelectControl({
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
}: ControlProps<ManyField>) {
  const t = useTranslations('form');
  const locale = useLocale();
  const chosen = idsOf(value);
  const options = offeredOptions(field, chosen);
  return (
    <MultiSelect
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required || undefined}
      error={invalid}
      data={dataOf(options, locale)}
      value={chosen}
      onChange={(ids) => onChange(ids.length === 0 ? null : ids)}
      onBlur={onBlur}
      searchable={options.length > SEARCH_FROM}
      nothingFoundMessage={t('nothingFound')}
      placeholder={cell || chosen.length > 0 ? undefined : t('choose')}
      hidePickedOptions={false}
      defaultDropdownOpened={cell === true}
      variant={cell ? 'unstyled' : 'default'}
      {...('maxCount' in field && field.maxCount !== undefined ? { maxValues: field.maxCount } : {})}
    />
  );
}

export function RadioControl(props: ControlProps<FieldOf<'radio'>>) {
  const locale = useLocale();
  const { field, value, onChange, onBlur, id, label, describedBy, invalid, required, cell } = props;
  if (cell) return <SelectControl {...props} />;
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required || undefined}
      error={invalid}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    >
      <Group gap="16px" className={classes.choices} onBlur={onBlur}>
        {offeredOptions(field, idsOf(value)).map((option) => (
          <Radio key={option.id} value={option.id} label={localText(option.label, locale)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

export function CheckboxControl(props: ControlProps<FieldOf<'checkbox'>>) {
  const locale = useLocale();
  const { field, value, onChange, onBlur, id, label, describedBy, invalid, required, cell } = props;
  if (cell) return <MultiSelectControl {...props} />;
  return (
    <Checkbox.Group
      id={id}
      tabIndex={-1}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required || undefined}
      error={invalid}
      value={idsOf(value)}
      onChange={(ids) => onChange(ids.length === 0 ? null : ids)}
    >
      <Group gap="16px" className={classes.choices} onBlur={onBlur}>
        {offeredOptions(field, idsOf(value)).map((option) => (
          <Checkbox key={option.id} value={option.id} label={localText(option.label, locale)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

export function SwitchControl({ value, onChange, onBlur, id, label, describedBy, invalid, cell }: ControlProps<FieldOf<'switch'>>) {
  const t = useTranslations('form');
  const on = value === true;
  return (
    <Switch
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      error={invalid}
      checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
      onBlur={onBlur}
      label={cell ? undefined : t(on ? 'yes' : 'no')}
      className={classes.switch}
    />
  );
}
