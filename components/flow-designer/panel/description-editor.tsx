'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ProcessSettings } from '@/lib/bpmn/settings';
import { PanelRow, PanelSection } from './panel-section';
import classes from './panel.module.css';

type Props = { description: ProcessSettings['description']; onChange(description: ProcessSettings['description']): void };

/** What the process is for: people read it under its name where they start it. */
export function DescriptionEditor({ description, onChange }: Props) {
  const t = useTranslations('designer');
  const write = (language: 'zh' | 'en', text: string) => {
    const next = { zh: '', en: '', ...description, [language]: text };
    onChange(next.zh || next.en ? next : undefined);
  };
  return (
    <PanelSection title={t('description')}>
      {(['zh', 'en'] as const).map((language) => (
        <PanelRow key={language} label={t(`descriptionIn.${language}`)} htmlFor={`vm-description-${language}`}>
          <TextInput
            id={`vm-description-${language}`}
            size="xs"
            maxLength={200}
            value={description?.[language] ?? ''}
            onChange={(event) => write(language, event.currentTarget.value)}
          />
        </PanelRow>
      ))}
      <p className={classes.hint}>{t('descriptionHint')}</p>
    </PanelSection>
  );
}
