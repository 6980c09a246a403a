'use client';

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Group } from './parts';
import classes from './properties.module.css';

type Option = { id: string; label: { zh: string; en: string }; retired?: boolean | undefined };

/** The choices of a field. An id never changes, so old requests keep their label when a choice is renamed. */
export function OptionsEditor({ options, onChange }: { options: readonly Option[]; onChange(options: Option[]): void }) {
  const t = useTranslations('builder');
  const replace = (id: string, part: Partial<Option>) =>
    onChange(options.map((option) => (option.id === id ? { ...option, ...part } : option)));
  const swap = (index: number, other: number) => {
    const [a, b] = [options[index], options[other]];
    if (a && b) onChange(options.map((option, i) => (i === index ? b : i === other ? a : option)));
  };
  return (
    <Group title={t('options')}>
      {options.map((option, index) => (
        <div key={option.id} className={classes.option}>
          {(['zh', 'en'] as const).map((locale) => (
            <TextInput
              key={locale}
              size="xs"
              aria-label={t('optionLabel', { number: index + 1, language: t(`language.${locale}`) })}
              placeholder={t(`language.${locale}`)}
              value={option.label[locale]}
              onChange={(event) => replace(option.id, { label: { ...option.label, [locale]: event.currentTarget.value } })}
            />
          ))}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('moveUp')}
            disabled={index === 0}
            onClick={() => swap(index, index - 1)}
          >
            <IconArrowUp size={14} stroke={1.5} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('moveDown')}
            disabled={index === options.length - 1}
            onClick={() => swap(index, index + 1)}
          >
            <IconArrowDown size={14} stroke={1.5} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('remove')}
            disabled={options.length === 1}
            onClick={() => onChange(options.filter((o) => o.id !== option.id))}
          >
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...options, { id: freeId(options), label: { zh: '', en: '' } }])}
      >
        {t('addOption')}
      </Button>
    </Group>
  );
}

// helpers //////////////////////

function freeId(options: readonly Option[]): string {
  const taken = new Set(options.map((option) => option.id));
  for (let n = options.length + 1; ; n += 1) if (!taken.has(`o${n}`)) return `o${n}`;
}
