'use client';

import { Select, TextInput } from '@mantine/core';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useTranslations } from 'next-intl';
import { UserPicker } from '@/components/org/user-picker';
import { defaultProcess } from '@/lib/bpmn/default-settings';
import { processSettingsSchema } from '@/lib/bpmn/settings';
import { AccessSummary } from './access-summary';
import { DocumentsEditor } from './documents-editor';
import { DurationInput } from './duration-input';
import { FieldSelect } from './field-select';
import { FormChoice } from './form-choice';
import { PanelRow, PanelSection } from './panel-section';
import { StarterEditor } from './starter-editor';
import { useSettings } from './use-settings';
import classes from './panel.module.css';

/** What holds for the process as a whole. */
export function ProcessPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const [settings, change] = useSettings(element, processSettingsSchema, defaultProcess);
  return (
    <>
      <PanelSection title={t('form')}>
        <FormChoice value={settings.formId ?? null} onChange={(formId) => change({ formId: formId ?? undefined })} />
      </PanelSection>
      <StarterEditor starter={settings.starter} onChange={(starter) => change({ starter })} />
      <PanelSection title={t('naming')}>
        <PanelRow label={t('titleTemplate')} htmlFor="vm-title">
          <TextInput
            id="vm-title"
            size="xs"
            placeholder={t('titlePlaceholder')}
            value={settings.titleTemplate}
            onChange={(event) => change({ titleTemplate: event.currentTarget.value })}
          />
        </PanelRow>
        <PanelRow label={t('numbering')} htmlFor="vm-number">
          <TextInput
            id="vm-number"
            size="xs"
            value={settings.numbering}
            onChange={(event) => change({ numbering: event.currentTarget.value })}
          />
        </PanelRow>
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
          <FieldSelect
            id="vm-summary"
            clearable
            label={t('summary')}
            value={settings.summaryFields[0] ?? ''}
            onChange={(key) => change({ summaryFields: key ? [key, ...settings.summaryFields.slice(1)] : settings.summaryFields.slice(1) })}
          />
        </PanelRow>
        <p className={classes.hint}>{t('namingHint')}</p>
      </PanelSection>
      <PanelSection title={t('rules')}>
        <PanelRow label={t('withdraw')} htmlFor="vm-withdraw">
          <Select
            id="vm-withdraw"
            size="xs"
            allowDeselect={false}
            value={settings.withdraw}
            onChange={(value) => value && change({ withdraw: value })}
            data={(['never', 'untilFirstDecision', 'whileRunning'] as const).map((value) => ({ value, label: t(`withdrawRule.${value}`) }))}
          />
        </PanelRow>
        <PanelRow label={t('lifeSpan')} htmlFor="vm-life">
          <DurationInput id="vm-life" value={settings.lifeSpan} onChange={(lifeSpan) => change({ lifeSpan })} />
        </PanelRow>
        <UserPicker
          multiple
          ariaLabel={t('admins')}
          value={settings.adminIds}
          onChange={(ids) => change({ adminIds: ids === null ? [] : typeof ids === 'string' ? [ids] : [...ids] })}
        />
        <p className={classes.hint}>{t('adminsHint')}</p>
      </PanelSection>
      <DocumentsEditor documents={settings.documents} onChange={(documents) => change({ documents })} />
      <AccessSummary access={settings.startAccess} />
    </>
  );
}
