'use client';

import { Chip, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { taskActions, type UserTaskSettings } from '@/lib/bpmn/settings';
import { PanelRow, PanelSection } from './panel-section';
import classes from './panel.module.css';

/** Whoever sees a request may comment on it; models may still name it. */
const OFFERED = taskActions.filter((action) => action !== 'comment');
const COMMENTED = ['approve', 'reject', 'return'] as const;

/** Which buttons the people of an activity have, and for which a comment is required. */
export function ActionChoice({ settings, change }: { settings: UserTaskSettings; change(part: Partial<UserTaskSettings>): void }) {
  const t = useTranslations('designer');
  return (
    <PanelSection title={t('actions')}>
      <Chip.Group
        multiple
        value={[...settings.actions]}
        onChange={(actions) => change({ actions: taskActions.filter((a) => a === 'approve' || actions.includes(a)) })}
      >
        <div className={classes.chips}>
          {OFFERED.map((action) => (
            <Chip key={action} value={action} size="xs" variant="outline" disabled={action === 'approve'}>
              {t(`action.${action}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <p className={classes.hint}>{t('commentRequired')}</p>
      <Chip.Group
        multiple
        value={[...settings.commentRequired]}
        onChange={(value) => change({ commentRequired: COMMENTED.filter((a) => value.includes(a)) })}
      >
        <div className={classes.chips}>
          {COMMENTED.filter((action) => settings.actions.includes(action)).map((action) => (
            <Chip key={action} value={action} size="xs" variant="outline">
              {t(`action.${action}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <p className={classes.hint}>{t('approveLabel')}</p>
      {(['zh', 'en'] as const).map((locale) => (
        <PanelRow key={locale} label={t(`language.${locale}`)} htmlFor={`vm-approve-${locale}`}>
          <TextInput
            id={`vm-approve-${locale}`}
            size="xs"
            placeholder={t(`approveDefault.${locale}`)}
            value={settings.approveLabel?.[locale] ?? ''}
            onChange={(event) => {
              const label = { zh: '', en: '', ...settings.approveLabel, [locale]: event.currentTarget.value };
              change({ approveLabel: label.zh || label.en ? label : undefined });
            }}
          />
        </PanelRow>
      ))}
    </PanelSection>
  );
}
