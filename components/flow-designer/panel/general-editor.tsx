'use client';

import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { localText } from '@/lib/json';
import { useDesigner } from '../designer-context';
import { IconChoice } from '../icon-choice';
import { OwnersRow } from './owners-row';
import { PanelRow, PanelSection } from './panel-section';
import classes from './panel.module.css';

/** What a process is called and where it stands in the library and on the start page: at once, for every version. */
export function GeneralEditor() {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const { head, changeHead } = useDesigner();
  const { data: categories } = useQuery(trpc.process.categories.queryOptions());
  return (
    <PanelSection title={t('general')}>
      {(['zh', 'en'] as const).map((language) => (
        <PanelRow key={language} label={t(`headName.${language}`)} htmlFor={`vm-name-${language}`}>
          <TextInput
            id={`vm-name-${language}`}
            size="xs"
            maxLength={100}
            error={head.name.zh.trim() || head.name.en.trim() ? undefined : t('nameNeeded')}
            value={head.name[language]}
            onChange={(event) => changeHead({ name: { ...head.name, [language]: event.currentTarget.value } })}
          />
        </PanelRow>
      ))}
      <PanelRow label={t('category')} htmlFor="vm-category">
        <Select
          id="vm-category"
          size="xs"
          clearable
          placeholder={t('noCategory')}
          value={head.categoryId}
          data={(categories ?? [])
            .filter(({ id, disabled }) => !disabled || id === head.categoryId)
            .map((category) => ({ value: category.id, label: localText(category.name, locale) }))}
          onChange={(categoryId) => changeHead({ categoryId })}
        />
      </PanelRow>
      <OwnersRow />
      <IconChoice value={head.icon} onChange={(icon) => changeHead({ icon })} />
      <p className={classes.hint}>{t('generalHint')}</p>
    </PanelSection>
  );
}
