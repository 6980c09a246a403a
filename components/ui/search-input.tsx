'use client';
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import classes from './search-input.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void; size?: 'xs' | 'sm'; width?: number | string };

/** Search within the page; `/` leads here. What is typed arrives after a short pause, never in the middle of composing a character. */
export function SearchInput({ label, value, onChange, size = 'sm', width }: Props) {
  const t = useTranslations('common');
  const ts = useTranslations('shell.shortcuts');
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const composing = useRef(false);
  const report = useDebouncedCallback(onChange, 250);
  // The address may change it from outside (back button, a cleared filter).
  if (value !== shown) {
    setShown(value);
    setText(value);
  }
  useShortcuts([{ keys: '/', label: ts('search'), run: () => input.current?.focus() }]);
  const change = (next: string) => {
    setText(next);
    if (!composing.current) report(next);
  };
  return (
    <TextInput
      ref={input}
      size={size}
      w={width}
      className={classes.search ?? ''}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={text ? <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => change('')} /> : null}
      onChange={(event) => change(event.currentTarget.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        report(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Escape' && (text ? change('') : event.currentTarget.blur())}
    />
  );
}
