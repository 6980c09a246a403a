'use client';

import { SegmentedControl, Switch } from '@mantine/core';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { timerSettingsSchema, type TimerSettings } from '@/lib/bpmn/settings';
import { useDesigner } from '../designer-context';
import { useFormNames } from '../form-names';
import { DurationInput } from './duration-input';
import { PanelRow, PanelSection } from './panel-section';
import { updateSettings } from '../modeler/settings';
import { useSettings } from './use-settings';

const DEFAULT: TimerSettings = { kind: 'duration', duration: 'P1D' };

/** A timer: how long from when the token arrives, or until which moment; at an activity's edge also whether it interrupts. */
export function TimerPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const names = useFormNames();
  const [timer] = useSettings<TimerSettings>(element, timerSettingsSchema, DEFAULT);
  const write = useReplaceSettings(element);
  const boundary = is(element, 'bpmn:BoundaryEvent');
  return (
    <PanelSection title={t('timer')}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('timer')}
        value={timer.kind}
        onChange={(kind) => write(kind === 'date' ? { kind: 'date', expression: 'now()' } : DEFAULT)}
        data={[
          { value: 'duration', label: t('timerDuration') },
          { value: 'date', label: t('timerDate') },
        ]}
      />
      {timer.kind === 'duration' ? (
        <PanelRow label={t('timerAfter')} htmlFor="vm-timer">
          <DurationInput id="vm-timer" value={timer.duration} onChange={(duration) => duration && write({ kind: 'duration', duration })} />
        </PanelRow>
      ) : (
        <ExpressionEditor
          ariaLabel={t('timerDate')}
          names={names}
          value={timer.expression}
          onChange={(expression) => write({ kind: 'date', expression })}
        />
      )}
      {boundary && (
        <Switch
          size="xs"
          label={t('interrupting')}
          description={t('interruptingHint')}
          checked={getBusinessObject(element).get('cancelActivity') !== false}
          onChange={(event) => modeler.get<Modeling>('modeling').updateProperties(element, { cancelActivity: event.currentTarget.checked })}
        />
      )}
    </PanelSection>
  );
}

// helpers //////////////////////

function useReplaceSettings(element: Element): (timer: TimerSettings) => void {
  const { modeler } = useDesigner();
  return (timer) => updateSettings(modeler, element, timer);
}
