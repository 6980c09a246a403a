'use client';

import { useTranslations } from 'next-intl';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { DurationInput } from './duration-input';
import { PanelRow, PanelSection } from './panel-section';

/** The time people have, and how long before its end they are reminded. */
export function DueEditor({ due, onChange }: { due: UserTaskSettings['due']; onChange(due: UserTaskSettings['due']): void }) {
  const t = useTranslations('designer');
  return (
    <PanelSection title={t('due')}>
      <PanelRow label={t('dueAfter')} htmlFor="vm-due">
        <DurationInput id="vm-due" value={due?.duration} onChange={(duration) => onChange(duration ? { ...due, duration } : undefined)} />
      </PanelRow>
      {due && (
        <PanelRow label={t('remindBefore')} htmlFor="vm-remind">
          <DurationInput
            id="vm-remind"
            value={due.remindBefore}
            onChange={(remindBefore) => onChange(remindBefore ? { ...due, remindBefore } : { duration: due.duration })}
          />
        </PanelRow>
      )}
    </PanelSection>
  );
}
