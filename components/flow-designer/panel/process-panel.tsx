'use client';

import { Select } from '@mantine/core';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useTranslations } from 'next-intl';
import { UserPicker } from '@/components/org/user-picker';
import { defaultProcess } from '@/lib/bpmn/default-settings';
import { processSettingsSchema } from '@/lib/bpmn/settings';
import { AccessSummary } from './access-summary';
import { DescriptionEditor } from './description-editor';
import { DocumentsEditor } from './documents-editor';
import { DurationInput } from './duration-input';
import { FormChoice } from './form-choice';
import { GeneralEditor } from './general-editor';
import { NamingEditor } from './naming-editor';
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
      <GeneralEditor />
      <PanelSection title={t('form')}>
        <FormChoice value={settings.formId ?? null} onChange={(formId) => change({ formId: formId ?? undefined })} />
      </PanelSection>
      <DescriptionEditor description={settings.description} onChange={(description) => change({ description })} />
      <StarterEditor starter={settings.starter} onChange={(starter) => change({ starter })} />
      <NamingEditor settings={settings} change={change} />
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
        <p className={classes.hint}>{t('lifeSpanHint')}</p>
        <PanelRow label={t('admins')} htmlFor="vm-admins">
          <UserPicker
            id="vm-admins"
            size="xs"
            multiple
            ariaLabel={t('admins')}
            value={settings.adminIds}
            onChange={(ids) => change({ adminIds: ids === null ? [] : typeof ids === 'string' ? [ids] : [...ids] })}
          />
        </PanelRow>
        <p className={classes.hint}>{t('adminsHint')}</p>
      </PanelSection>
      <DocumentsEditor documents={settings.documents} onChange={(documents) => change({ documents })} />
      <AccessSummary access={settings.startAccess} />
    </>
  );
}
