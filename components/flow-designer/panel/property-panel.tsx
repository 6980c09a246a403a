'use client';

import { Textarea, TextInput } from '@mantine/core';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is, isAny } from 'bpmn-js/lib/util/ModelUtil';
import { useLocale, useTranslations } from 'next-intl';
import { localText } from '@/lib/json';
import { isWholeProcess } from '../modeler/process';
import { useProblemText } from '../use-problem-text';
import { useDesigner } from '../designer-context';
import { ElementNote } from './element-note';
import { ErrorPanel } from './error-panel';
import { FlowPanel } from './flow-panel';
import { PanelSection } from './panel-section';
import { ProcessPanel } from './process-panel';
import { SendTaskPanel } from './send-task-panel';
import { ServiceTaskPanel } from './service-task-panel';
import { TimerPanel } from './timer-panel';
import { UserTaskPanel } from './user-task-panel';
import classes from './panel.module.css';

/** The right side of the designer: what can be set on the selected element, or on the process when nothing is. */
export function PropertyPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const { modeler, problems, head } = useDesigner();
  const locale = useLocale();
  const problemText = useProblemText();
  const businessObject = getBusinessObject(element);
  const isProcess = isWholeProcess(element);
  const own = problems.filter((problem) => problem.elementId === (isProcess ? null : businessObject.id));
  return (
    <aside className={classes.panel} aria-label={t('properties')}>
      <fieldset className={classes.fieldset}>
        <header className={classes.head}>
          <strong>{(isProcess ? localText(head.name, locale) : (businessObject.get('name') as string | undefined)) || t('unnamed')}</strong>
          <span className={classes.kind}>{t(`kind.${kindOf(element)}`)}</span>
        </header>
        {own.map((problem) => (
          <p
            key={`${problem.code}-${problem.path ?? ''}`}
            className={`${classes.finding} ${problem.level === 'warning' ? classes.findingWarning : ''}`}
          >
            {problemText(problem)}
          </p>
        ))}
        {!isProcess && (
          <PanelSection title={t('name')}>
            <Textarea
              size="xs"
              autosize
              minRows={1}
              maxRows={3}
              aria-label={t('name')}
              leftSection={<span aria-hidden>中</span>}
              value={(businessObject.get('name') as string | undefined) ?? ''}
              onChange={(event) => modeler.get<Modeling>('modeling').updateLabel(element, event.currentTarget.value)}
            />
            <TextInput
              size="xs"
              mt={8}
              maxLength={200}
              aria-label={t('nameEn')}
              placeholder={t('nameEn')}
              leftSection={<span aria-hidden>EN</span>}
              value={(businessObject.get('vm:nameEn') as string | undefined) ?? ''}
              onChange={(event) =>
                modeler.get<Modeling>('modeling').updateProperties(element, { 'vm:nameEn': event.currentTarget.value || undefined })
              }
            />
          </PanelSection>
        )}
        <Particulars element={element} />
      </fieldset>
    </aside>
  );
}

// helpers //////////////////////

function Particulars({ element }: { element: Element }) {
  switch (kindOf(element)) {
    case 'process':
      return <ProcessPanel element={element} />;
    case 'userTask':
      return <UserTaskPanel element={element} />;
    case 'sendTask':
      return <SendTaskPanel element={element} />;
    case 'serviceTask':
      return <ServiceTaskPanel element={element} />;
    case 'timer':
      return <TimerPanel element={element} />;
    case 'error':
      return <ErrorPanel element={element} />;
    case 'flow':
      return <FlowPanel element={element} />;
    case 'start':
    case 'end':
    case 'gateway':
    case 'subProcess':
      return <ElementNote element={element} />;
    case 'other':
      return null;
  }
}

export type PanelKind =
  | 'process'
  | 'userTask'
  | 'sendTask'
  | 'serviceTask'
  | 'timer'
  | 'error'
  | 'flow'
  | 'start'
  | 'end'
  | 'gateway'
  | 'subProcess'
  | 'other';

function kindOf(element: Element): PanelKind {
  if (isWholeProcess(element)) return 'process';
  if (is(element, 'bpmn:UserTask')) return 'userTask';
  if (is(element, 'bpmn:SendTask')) return 'sendTask';
  if (is(element, 'bpmn:ServiceTask')) return 'serviceTask';
  if (is(element, 'bpmn:SequenceFlow')) return 'flow';
  if (is(element, 'bpmn:SubProcess')) return 'subProcess';
  if (is(element, 'bpmn:Gateway')) return 'gateway';
  if (is(element, 'bpmn:Event')) return eventKind(element);
  return 'other';
}

function eventKind(element: Element): PanelKind {
  const definition = ((getBusinessObject(element).get('eventDefinitions') as ModdleElement[] | undefined) ?? [])[0];
  if (definition && isAny(definition, ['bpmn:TimerEventDefinition'])) return 'timer';
  if (definition && isAny(definition, ['bpmn:ErrorEventDefinition'])) return 'error';
  if (is(element, 'bpmn:StartEvent')) return 'start';
  return is(element, 'bpmn:EndEvent') ? 'end' : 'other';
}
