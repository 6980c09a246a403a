'use client';

import { Switch } from '@mantine/core';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { useTranslations } from 'next-intl';
import { ConditionEditor } from '@/components/expression/condition-editor';
import { useDesigner } from '../designer-context';
import { useFormNames } from '../form-names';
import { PanelSection } from './panel-section';
import classes from './panel.module.css';

/** When a flow is taken. Behind an exclusive or inclusive gateway one flow may be the default: taken when no other fits. */
export function FlowPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const names = useFormNames();
  const source = (element as Connection).source as Element | undefined;
  const businessObject = getBusinessObject(element);
  const modeling = modeler.get<Modeling>('modeling');
  if (!source || is(source, 'bpmn:ParallelGateway') || is(source, 'bpmn:StartEvent'))
    return <PanelSection title={t('condition')}>{<p className={classes.hint}>{t('alwaysTaken')}</p>}</PanelSection>;
  const isDefault = getBusinessObject(source).get('default') === businessObject;
  const condition = businessObject.get('conditionExpression');
  const writeCondition = (body: string) => {
    const expression = body.trim() ? modeler.get<BpmnFactory>('bpmnFactory').create('bpmn:FormalExpression', { body }) : undefined;
    if (expression) expression.$parent = businessObject;
    modeling.updateProperties(element, { conditionExpression: expression });
  };
  return (
    <PanelSection title={t('condition')}>
      <Switch
        size="xs"
        label={t('defaultFlow')}
        checked={isDefault}
        onChange={(event) => {
          if (event.currentTarget.checked) modeling.updateProperties(element, { conditionExpression: undefined });
          modeling.updateProperties(source, { default: event.currentTarget.checked ? businessObject : undefined });
        }}
      />
      {!isDefault && (
        <ConditionEditor
          ariaLabel={t('condition')}
          names={names}
          value={(condition?.get('body') as string | undefined) ?? ''}
          onChange={writeCondition}
        />
      )}
      <p className={classes.hint}>{isDefault ? t('defaultFlowHint') : t('conditionHint')}</p>
    </PanelSection>
  );
}
