'use client';

import { Switch, Textarea } from '@mantine/core';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useTranslations } from 'next-intl';
import { defaultSendTask } from '@/lib/bpmn/default-settings';
import { sendTaskSettingsSchema } from '@/lib/bpmn/settings';
import { AccessSummary } from './access-summary';
import { AssigneePreview } from './assignee-preview';
import { AssignmentEditor } from './assignment-editor';
import { PanelSection } from './panel-section';
import { useSettings } from './use-settings';

/** A notice: who is told, in which words; nobody is waited for. */
export function SendTaskPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const [settings, change] = useSettings(element, sendTaskSettingsSchema, defaultSendTask);
  return (
    <>
      <PanelSection title={t('readers')}>
        <AssignmentEditor elementId={element.id} rules={settings.assignment} onChange={(assignment) => change({ assignment })} />
        <AssigneePreview rules={settings.assignment} />
        <Switch
          size="xs"
          label={t('receipt')}
          checked={settings.receipt}
          onChange={(event) => change({ receipt: event.currentTarget.checked })}
        />
      </PanelSection>
      <PanelSection title={t('message')}>
        {(['zh', 'en'] as const).map((locale) => (
          <Textarea
            key={locale}
            size="xs"
            autosize
            minRows={2}
            maxLength={200}
            label={t(`language.${locale}`)}
            value={settings.message[locale]}
            onChange={(event) => change({ message: { ...settings.message, [locale]: event.currentTarget.value } })}
          />
        ))}
      </PanelSection>
      <AccessSummary access={settings.access} />
    </>
  );
}
