'use client';

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, useRef } from 'react';
import { allFields } from '@/forms/schema/walk';
import { useBuilder } from '../builder-context';
import { newOption, type Option, pasteOptions, removeOption } from '../state/options';
import { Group } from './parts';
import classes from './properties.module.css';

type Props = { fieldId: string; options: readonly Option[]; onChange(options: Option[], tag?: string): void };

/**
 * The choices of a field. An id never changes, so old requests keep their label when a choice is renamed; one that was published is
 * retired instead of removed, since requests may have it. Lines pasted from a list or a sheet become one choice each.
 */
export function OptionsEditor({ fieldId, options, onChange }: Props) {
  const t = useTranslations('builder');
  const { live } = useBuilder();
  const list = useRef<HTMLDivElement>(null);
  const published = new Set(
    live
      ? allFields(live).flatMap(({ field }) => (field.id === fieldId && 'options' in field ? field.options.map(({ id }) => id) : []))
      : [],
  );
  const replace = (id: string, part: Partial<Option>, tag?: string) =>
    onChange(
      options.map((option) => (option.id === id ? { ...option, ...part } : option)),
      tag,
    );
  const swap = (index: number, other: number) => {
    const [a, b] = [options[index], options[other]];
    if (a && b) onChange(options.map((option, i) => (i === index ? b : i === other ? a : option)));
  };
  const add = () => {
    onChange([...options, newOption(options)]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-option]:last-of-type input')?.focus());
  };
  const paste = (index: number, locale: 'zh' | 'en') => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const pasted = pasteOptions(options, { index, locale, text });
    if (!pasted) return;
    event.preventDefault();
    onChange(pasted);
  };
  return (
    <Group title={t('options')}>
      <div ref={list} className={classes.options}>
        {options.map((option, index) => (
          <div key={option.id} className={classes.option} data-option data-retired={option.retired || undefined}>
            {(['zh', 'en'] as const).map((locale) => (
              <TextInput
                key={locale}
                size="xs"
                aria-label={t('optionLabel', { number: index + 1, language: t(`language.${locale}`) })}
                placeholder={t(`language.${locale}`)}
                disabled={option.retired ?? false}
                value={option.label[locale]}
                onChange={(event) =>
                  replace(option.id, { label: { ...option.label, [locale]: event.currentTarget.value } }, `option-${option.id}`)
                }
                onPaste={paste(index, locale)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  add();
                }}
              />
            ))}
            <Tool label={t('moveUp')} disabled={index === 0} onClick={() => swap(index, index - 1)} icon={IconArrowUp} />
            <Tool
              label={t('moveDown')}
              disabled={index === options.length - 1}
              onClick={() => swap(index, index + 1)}
              icon={IconArrowDown}
            />
            {option.retired ? (
              <Tool label={t('optionBack')} onClick={() => replace(option.id, { retired: undefined })} icon={IconArrowBackUp} />
            ) : (
              <Tool
                label={t(published.has(option.id) ? 'optionRetire' : 'remove')}
                disabled={options.filter((other) => !other.retired).length === 1}
                onClick={() => onChange(removeOption(options, option.id, published))}
                icon={IconX}
              />
            )}
          </div>
        ))}
      </div>
      <Button size="xs" variant="subtle" color="gray" justify="flex-start" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
        {t('addOption')}
      </Button>
      <p className={classes.hint}>{t('optionsHint')}</p>
    </Group>
  );
}

// helpers //////////////////////

type ToolProps = { label: string; disabled?: boolean; onClick(): void; icon: typeof IconX };

function Tool({ label, disabled = false, onClick, icon: Icon }: ToolProps) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon size={14} stroke={1.5} />
    </ActionIcon>
  );
}
