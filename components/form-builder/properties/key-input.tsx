'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Field } from '@/forms/schema/schema';
import { useBuilder } from '../builder-context';
import { isPublished } from '../state/field-key';
import { renameKey } from '../state/rename-key';

/** The name that formulas know the field by. It is changed as a whole, and every formula follows; one that cannot be had is not taken. */
export function KeyInput({ field }: { field: Field }) {
  const t = useTranslations('builder');
  const { schema, live, change } = useBuilder();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const commit = () => {
    const key = typed?.trim().normalize('NFC') ?? field.key;
    setTyped(null);
    if (key === field.key) return;
    const renamed = renameKey(schema, field.id, key);
    setRefused(renamed === null);
    if (renamed) change(() => renamed);
  };
  return (
    <TextInput
      size="xs"
      label={t('key')}
      description={t(isPublished(live, field.id) ? 'keyLiveHint' : 'keyHint')}
      error={refused ? t('keyRefused') : null}
      value={typed ?? field.key}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
