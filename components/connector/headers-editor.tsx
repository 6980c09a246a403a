'use client';
import { ActionIcon, Button, Input, PasswordInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import classes from './connector.module.css';

/** `isStored`: its value is on the server and stays there unless one is typed. */
export type HeaderRow = { key: string; name: string; value: string; isStored: boolean };

type Props = { rows: readonly HeaderRow[]; isLost: boolean; error: string | null; onChange: (rows: readonly HeaderRow[]) => void };

export function headerRows(names: readonly string[]): HeaderRow[] {
  return names.map((name) => ({ key: name, name, value: '', isStored: true }));
}

/** What the server is told: values that were typed, null for stored ones that are gone from the list. */
export function headerChanges(stored: readonly string[], rows: readonly HeaderRow[]): Record<string, string | null> {
  const kept = new Set(rows.filter((row) => row.isStored).map((row) => row.name));
  const removed = stored.filter((name) => !kept.has(name)).map((name) => [name, null] as const);
  const typed = rows.filter((row) => !row.isStored || row.value !== '').filter((row) => row.name.trim() !== '' || row.value !== '');
  return Object.fromEntries([...removed, ...typed.map((row) => [row.name.trim(), row.value] as const)]);
}

/** Secret headers: those stored show their names alone; typing replaces a value, nothing shows it. */
export function HeadersEditor({ rows, isLost, error, onChange }: Props) {
  const t = useTranslations('connector');
  const replace = (key: string, patch: Partial<HeaderRow>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  return (
    <Input.Wrapper label={t('headers')} description={t('headersHelp')} error={error}>
      <div className={classes.headers} data-field="headers" aria-invalid={error ? true : undefined} tabIndex={error ? -1 : undefined}>
        {isLost ? <Banner tone="warning">{t('headersLost')}</Banner> : null}
        {rows.map((row) => (
          <div key={row.key} className={classes.header}>
            <TextInput
              aria-label={t('headerName')}
              placeholder="authorization"
              value={row.name}
              readOnly={row.isStored}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              onChange={(event) => replace(row.key, { name: event.currentTarget.value })}
            />
            <PasswordInput
              aria-label={`${row.name} ${t('headerValue')}`}
              placeholder={row.isStored ? t('headerStored') : t('headerValue')}
              value={row.value}
              autoComplete="new-password"
              maxLength={4000}
              onChange={(event) => replace(row.key, { value: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('headerRemove', { name: row.name || t('headerUnnamed') })}
              onClick={() => onChange(rows.filter((other) => other.key !== row.key))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="xs"
          variant="subtle"
          className={classes.headerAdd ?? ''}
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => onChange([...rows, { key: crypto.randomUUID(), name: '', value: '', isStored: false }])}
        >
          {t('headerAdd')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
