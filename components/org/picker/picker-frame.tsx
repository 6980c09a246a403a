'use client';
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { localText } from '@/lib/json';
import type { OrgKind } from '@/server/org/org-option';
import { idsOf, type PickerProps } from './picker-props';
import classes from './picker.module.css';
import { useChosen } from './use-chosen';

type Props = PickerProps & {
  kind: OrgKind;
  /** The options for what is typed; each a `Combobox.Option` whose value is the id. */
  options: (search: string, chosen: ReadonlySet<string>) => ReactNode;
  onPicked?: (id: string) => void;
};

/** Chosen records as chips, typing to search, arrows and Enter to choose, Backspace to take the last one back. */
export function PickerFrame({ kind, options, onPicked, multiple = false, value, onChange, ...props }: Props) {
  const t = useTranslations('org.picker');
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const ids = idsOf(value);
  const chosen = useChosen(kind, ids);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => combobox.resetSelectedOption(),
  });
  const remove = (id: string) => onChange(multiple ? ids.filter((known) => known !== id) : null);
  const pick = (id: string) => {
    setSearch('');
    if (ids.includes(id)) return remove(id);
    onPicked?.(id);
    onChange(multiple ? [...ids, id] : id);
    if (!multiple) combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = ids.at(-1);
    if (event.key !== 'Backspace' || search !== '' || last === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    remove(last);
  };
  const size = props.size ?? 'sm';
  return (
    <Combobox store={combobox} onOptionSubmit={pick} size={size} disabled={props.disabled ?? false}>
      <Combobox.DropdownTarget>
        <PillsInput
          {...(props.id === undefined ? {} : { id: props.id })}
          size={size}
          error={props.invalid}
          disabled={props.disabled ?? false}
          pointer={!multiple}
          onClick={() => combobox.openDropdown()}
          classNames={{ input: classes.input ?? '' }}
        >
          <Pill.Group size={size}>
            {chosen.map((option) => {
              const name = localText(option.name, locale) || '…';
              return (
                <Pill
                  key={option.id}
                  withRemoveButton={!props.disabled}
                  disabled={props.disabled ?? false}
                  className={option.disabled ? classes.gone : classes.pill}
                  title={option.disabled ? t('gone', { name }) : undefined}
                  onRemove={() => remove(option.id)}
                  removeButtonProps={{ 'aria-label': t('remove', { name }), 'aria-hidden': false, tabIndex: -1 }}
                >
                  {name}
                </Pill>
              );
            })}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                aria-label={props.ariaLabel}
                aria-describedby={props.describedBy}
                aria-invalid={props.invalid || undefined}
                placeholder={ids.length === 0 ? (props.placeholder ?? t(`placeholder.${kind}`)) : undefined}
                disabled={props.disabled ?? false}
                value={search}
                className={classes.field}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={onKeyDown}
                onChange={(event) => {
                  setSearch(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.resetSelectedOption();
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options} aria-label={props.ariaLabel}>
          {combobox.dropdownOpened ? options(search, new Set(ids)) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
