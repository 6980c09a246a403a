'use client';

import { MultiSelect, TextInput, UnstyledButton } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { ProcessSettings } from '@/lib/bpmn/settings';
import { localText } from '@/lib/json';
import { useFormFields } from '../form-names';
import { FieldSelect } from './field-select';
import { exampleNumber } from './example-number';
import { PanelRow, PanelSection } from './panel-section';
import classes from './panel.module.css';

type Props = { settings: ProcessSettings; change(part: Partial<ProcessSettings>): void };

const MOST_SHOWN = 4;

/** What requests are called and numbered, and which values stand beside them in lists. */
export function NamingEditor({ settings, change }: Props) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const fields = useFormFields();
  const title = useRef<HTMLInputElement>(null);
  const scalars = fields.filter((field) => field.type !== 'subTable');
  const known = new Set(scalars.map((field) => field.key));
  const insert = (key: string) => {
    const at = title.current?.selectionEnd ?? settings.titleTemplate.length;
    change({ titleTemplate: `${settings.titleTemplate.slice(0, at)}{${key}}${settings.titleTemplate.slice(at)}` });
    title.current?.focus();
  };
  const slots = [
    { key: 'applicant', label: t('slot.applicant') },
    { key: 'department', label: t('slot.department') },
    { key: 'date', label: t('slot.date') },
    ...scalars.slice(0, 12).map((field) => ({ key: field.key, label: localText(field.label, locale) })),
  ];
  return (
    <PanelSection title={t('naming')}>
      <PanelRow label={t('titleTemplate')} htmlFor="vm-title">
        <TextInput
          ref={title}
          id="vm-title"
          size="xs"
          maxLength={300}
          placeholder={t('titlePlaceholder')}
          value={settings.titleTemplate}
          onChange={(event) => change({ titleTemplate: event.currentTarget.value })}
        />
      </PanelRow>
      <div className={classes.chips} role="group" aria-label={t('insertSlot')}>
        {slots.map((slot) => (
          <UnstyledButton key={slot.key} className={classes.slot} title={`{${slot.key}}`} onClick={() => insert(slot.key)}>
            + {slot.label}
          </UnstyledButton>
        ))}
      </div>
      <PanelRow label={t('numbering')} htmlFor="vm-number">
        <TextInput
          id="vm-number"
          size="xs"
          maxLength={60}
          value={settings.numbering}
          onChange={(event) => change({ numbering: event.currentTarget.value })}
        />
      </PanelRow>
      <p className={classes.hint}>{t('numberExample', { example: exampleNumber(settings.numbering, new Date()) })}</p>
      <PanelRow label={t('businessKey')} htmlFor="vm-key">
        <FieldSelect
          id="vm-key"
          clearable
          types={['text', 'autoNumber', 'select']}
          label={t('businessKey')}
          value={settings.businessKeyField ?? ''}
          onChange={(key) => change({ businessKeyField: key || undefined })}
        />
      </PanelRow>
      <PanelRow label={t('summary')} htmlFor="vm-summary">
        <MultiSelect
          id="vm-summary"
          size="xs"
          clearable
          maxValues={MOST_SHOWN}
          placeholder={settings.summaryFields.length === 0 ? t('chooseField') : undefined}
          data={[
            ...scalars.map((field) => ({ value: field.key, label: localText(field.label, locale) })),
            ...settings.summaryFields
              .filter((key) => !known.has(key))
              .map((key) => ({ value: key, label: t('fieldGone', { field: key }) })),
          ]}
          value={settings.summaryFields}
          onChange={(summaryFields) => change({ summaryFields })}
        />
      </PanelRow>
      <p className={classes.hint}>{t('summaryHint')}</p>
    </PanelSection>
  );
}
