'use client';

import { TextInput } from '@mantine/core';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { useTranslations } from 'next-intl';
import type { ModdleElement } from '@/lib/bpmn/moddle';
import { useDesigner } from '../designer-context';
import { PanelRow, PanelSection } from './panel-section';
import classes from './panel.module.css';

/** The code an error end throws or an error boundary catches; an empty one catches every error. */
export function ErrorPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const definition = (getBusinessObject(element).get('eventDefinitions') as ModdleElement[])[0];
  const error = definition?.get('errorRef') as ModdleElement | undefined;
  const write = (code: string) => {
    if (!definition) return;
    const modeling = modeler.get<Modeling>('modeling');
    if (error) return modeling.updateModdleProperties(element, error, { errorCode: code, name: code });
    const definitions = modeler.getDefinitions();
    const created = modeler.get<BpmnFactory>('bpmnFactory').create('bpmn:Error', { errorCode: code, name: code });
    created.$parent = definitions;
    modeling.updateModdleProperties(element, definitions, {
      rootElements: [...(definitions.get('rootElements') as ModdleElement[]), created],
    });
    modeling.updateModdleProperties(element, definition, { errorRef: created });
  };
  return (
    <PanelSection title={t('error')}>
      <PanelRow label={t('errorCode')} htmlFor="vm-error">
        <TextInput
          id="vm-error"
          size="xs"
          value={(error?.get('errorCode') as string | undefined) ?? ''}
          onChange={(event) => write(event.currentTarget.value)}
        />
      </PanelRow>
      {is(element, 'bpmn:BoundaryEvent') && <p className={classes.hint}>{t('errorCatchHint')}</p>}
    </PanelSection>
  );
}
