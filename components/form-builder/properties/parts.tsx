'use client';

import { TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LocalText } from '@/lib/json';
import classes from './properties.module.css';

export function Group({ title, kind, children }: { title: string; kind?: string; children: ReactNode }) {
  return (
    <section className={classes.propertyGroup}>
      <h3>
        {title}
        {kind && <span className={classes.kind}>{kind}</span>}
      </h3>
      {children}
    </section>
  );
}

type TextProps = { label: string; value: LocalText | undefined; onChange(value: LocalText): void; long?: boolean };

/** A text in both languages, side by side. */
export function LocalTextInput({ label, value, onChange, long = false }: TextProps) {
  const t = useTranslations('builder');
  const text = value ?? { zh: '', en: '' };
  const Input = long ? Textarea : TextInput;
  return (
    <div className={classes.localText}>
      {(['zh', 'en'] as const).map((locale) => (
        <Input
          key={locale}
          size="xs"
          label={t('inLanguage', { label, language: t(`language.${locale}`) })}
          value={text[locale]}
          onChange={(event: { currentTarget: { value: string } }) => onChange({ ...text, [locale]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** Undefined instead of a text that is empty in both languages. */
export function orNothing(text: LocalText): LocalText | undefined {
  return text.zh || text.en ? text : undefined;
}
